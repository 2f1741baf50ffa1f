import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  brokenDeclaration,
  completeDeclaration,
  declarationContext,
  makeCompleteDeclaration,
} from '@shebao/test-support/declaration'
import { fen } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import { checkDeclaration } from './check-declaration.ts'
import type { Declaration } from './check-declaration.ts'
import { complete, readCompleteDeclaration } from './complete-declaration.ts'
import type { CompleteDeclaration, ComparedDeclaration } from './complete-declaration.ts'
import { completePerson, readCompletePerson } from './complete-person.ts'
import type { CompletePerson, PersonFacts } from './complete-person.ts'
import { completeUnit, readCompleteUnit } from './complete-unit.ts'
import type { CompleteUnit } from './complete-unit.ts'
import { NotComplete } from './completion.ts'
import type { UnitComplete } from './unit-form.ts'

const context = declarationContext()
const comparison = { currentRosterVersion: 'v1', downloadedRosterVersion: 'v1', openDifferences: 0 }
const compared = (declaration: Declaration): ComparedDeclaration => ({ comparison, ...declaration })

function personOf(seed: number): { draft: PersonnelDraft; row: number } {
  const [person] = makeCompleteDeclaration(seed, 1).personnel
  return { draft: person?.draft ?? {}, row: 2 }
}

describe('complete', () => {
  it('gives a complete declaration exactly where the rules find no error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          completeDeclaration(),
          brokenDeclaration().map(({ declaration }) => declaration),
        ),
        (drawn) => {
          const declaration = compared(drawn)
          const result = complete(declaration, context)
          const { verdict, issues } = checkDeclaration(declaration, context)
          expect(result.issues).toEqual(issues)
          expect(result.ok ? result.complete.verdict : 'INCOMPLETE').toBe(verdict)
          if (!result.ok) return
          expect(result.complete.unit.draft).toBe(declaration.unit)
          expect(result.complete.people.map(({ row, draft }) => ({ row, draft }))).toEqual(declaration.personnel)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('never lacks an answer that the rules let pass, wherever it stands', () => {
    const fields = ['name', 'idType', 'idNumber', 'sex', 'birthDate', 'hireDate', 'leaveDate', 'mobile'] as const
    const change = fc.constantFrom('KEEP', 'RAW', 'BLANK', 'DROP')
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(change, { minLength: 8, maxLength: 8 }),
        (seed, changes) => {
          const draft: PersonnelDraft = { ...personOf(seed).draft, leaveDate: '2026-05-01' }
          for (const [index, field] of fields.entries()) {
            const { [field]: said } = draft
            if (changes[index] === 'KEEP' || said === undefined) continue
            delete draft[field]
            if (changes[index] === 'RAW') draft.raw = { ...draft.raw, [field]: said }
            if (changes[index] === 'BLANK') draft.raw = { ...draft.raw, [field]: ' ' }
          }
          const result = completePerson({ draft, row: 2 }, context)
          expect(result.ok ? result.complete.facts.idNumber : '110101199001010015').toMatch(/^\d{17}[\dX]$/u)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is not blocked by warnings, and keeps them', () => {
    const { unit, personnel } = makeCompleteDeclaration(3, 2)
    const odd = personnel.map(({ draft, row = 0 }) => ({ row, draft: { ...draft, statedMonthlyAverage: fen(1) } }))
    const result = complete({ unit, personnel: odd, comparison }, context)
    if (!result.ok) throw new Error('incomplete')
    expect(result.complete.verdict).toBe('COMPLETE_WITH_WARNINGS')
    expect(new Set(result.complete.warnings.map(({ code }) => code))).toEqual(new Set(['DERIVED_MISMATCH']))
  })

  it('reads what a number tells, and text that can be read as it stands', () => {
    const { draft, row } = personOf(5)
    const { idType: _type, sex: _sex, hireDate = '', ...written } = draft
    const result = completePerson({ row, draft: { ...written, raw: { hireDate } } }, context)
    if (!result.ok) throw new Error('incomplete')
    expect(result.complete.facts).toMatchObject({ idType: 'RESIDENT_ID', sex: draft.sex, hireDate })
    expect(result.complete.facts.birthDate.replaceAll('-', '')).toBe(draft.idNumber?.slice(6, 14))
  })

  it('says what a person or a form by itself lacks', () => {
    const { unit } = makeCompleteDeclaration(1, 2)
    const { bankName: _bank, ...without } = unit
    expect(completeUnit(unit, context).ok).toBe(true)
    expect(completeUnit(without, context)).toMatchObject({ ok: false, issues: [{ path: 'unit.bankName' }] })
    expect(completePerson({ row: 2, draft: {} }, context)).toMatchObject({ ok: false })
  })
})

describe('what was frozen', () => {
  it.each([
    'name',
    'idNumber',
    'hireDate',
    'mobile',
    'householdType',
    'employmentForm',
    'monthsWorkedLastYear',
    'wagesLastYear',
    'participation',
  ] as const)('is refused by name when a stored row lacks %s', (field) => {
    const { draft, row } = personOf(7)
    delete draft[field]
    expect(() => readCompletePerson({ draft, row }, context.today)).toThrow(new NotComplete('personnel row 2', field))
  })

  it('is refused by name when a stored form or its verdict is not complete', () => {
    const { unit } = makeCompleteDeclaration(1, 2)
    const { bankName: _bank, ...without } = unit
    expect(() => readCompleteUnit(without)).toThrow('Not complete: unit form lacks bankName.')
    const { issues } = checkDeclaration({ unit: without, personnel: [] }, context)
    expect(() => readCompleteDeclaration({ unit: readCompleteUnit(unit), people: [], warnings: issues })).toThrow(
      NotComplete,
    )
  })
})

describe('the complete types', () => {
  it('cannot be made of what looks like them', () => {
    expectTypeOf<{ row: number; draft: PersonnelDraft; facts: PersonFacts }>().not.toExtend<CompletePerson>()
    expectTypeOf<{ draft: UnitComplete; facts: UnitComplete }>().not.toExtend<CompleteUnit>()
    expectTypeOf<Pick<CompleteDeclaration, keyof CompleteDeclaration>>().not.toExtend<CompleteDeclaration>()
    expectTypeOf<Declaration>().not.toExtend<ComparedDeclaration>()
    const made = readCompletePerson(personOf(1), context.today)
    expectTypeOf({ ...made }).not.toExtend<CompletePerson>()
    expect({ ...made }).not.toHaveProperty('facts')
  })

  it('have every answer that the draft may lack', () => {
    expectTypeOf<PersonnelDraft['idNumber']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<CompletePerson['facts']['idNumber']>().toEqualTypeOf<string>()
    expectTypeOf<CompleteUnit['facts']['staffTotal']>().toEqualTypeOf<number>()
  })
})
