import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BREAK_NAMES,
  breakDeclaration,
  brokenDeclaration,
  completeDeclaration,
  declarationContext,
  makeCompleteDeclaration,
} from '@shebao/test-support/declaration'
import { fen } from '@shebao/kernel'
import { averageWage } from '@shebao/premium'
import { checkDeclaration, checkPersonnel } from './check-declaration.ts'
import type { Issue } from './issue.ts'
import { PersonnelChecker } from './personnel-checker.ts'
import type { PersonnelRow } from './personnel-row.ts'
import { UnitComplete, UnitDraft } from './unit-form.ts'

const context = declarationContext()

/** Issues by row of the sheet, so that lists in another order can be compared. */
function byRow(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ row, ruleId, field }) => `${row} ${ruleId} ${field}`).toSorted()
}

describe('declarations drawn at random', () => {
  it('are complete when they lack nothing, and the Complete schema agrees', () => {
    fc.assert(
      fc.property(completeDeclaration(), (declaration) => {
        expect(checkDeclaration(declaration, context)).toEqual({ verdict: 'COMPLETE', issues: [] })
        expect(UnitComplete.safeParse(declaration.unit).success).toBe(true)
      }),
    )
  })

  it('say what is wrong when one thing is broken', () => {
    fc.assert(
      fc.property(brokenDeclaration(), ({ declaration, expected }) => {
        const { verdict, issues } = checkDeclaration(declaration, context)
        expect(issues).toContainEqual(expect.objectContaining({ ...expected, severity: 'error' }))
        expect(verdict).toBe('INCOMPLETE')
        expect(UnitDraft.safeParse(declaration.unit).success).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it.each(BREAK_NAMES)('notice %s wherever it stands', (name) => {
    for (const place of [0, 1, 2]) {
      const { declaration, expected } = breakDeclaration(makeCompleteDeclaration(place, 3), name, place)
      expect(checkDeclaration(declaration, context).issues).toContainEqual(expect.objectContaining(expected))
    }
  })

  it('never name an identity number', () => {
    fc.assert(
      fc.property(brokenDeclaration(4), ({ declaration }) => {
        const said = JSON.stringify(checkDeclaration(declaration, context).issues)
        const numbers = declaration.personnel.flatMap(({ draft }) => draft.idNumber ?? [])
        expect(numbers.filter((number) => said.includes(number))).toEqual([])
      }),
    )
  })
})

/** Rows good and bad, with some people in the list twice. */
const rows: fc.Arbitrary<readonly PersonnelRow[]> = fc
  .array(
    fc.record({
      seed: fc.integer({ min: 1, max: 6 }),
      name: fc.constantFrom('none', 'none', ...BREAK_NAMES.slice(0, 20)),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((picks) =>
    picks.map(({ seed, name }, index) => {
      const whole = makeCompleteDeclaration(seed, 1)
      const person = name === 'none' ? whole.personnel[0] : breakDeclaration(whole, name, 0).declaration.personnel[0]
      return { draft: person?.draft ?? {}, row: index + 2 }
    }),
  )

const edits = fc.array(
  fc.record({
    kind: fc.constantFrom('set', 'append', 'remove'),
    place: fc.nat(),
    from: fc.nat(),
  }),
  { maxLength: 10 },
)

describe('the checker that follows edits', () => {
  it('always says what a full check says', () => {
    fc.assert(
      fc.property(rows, edits, (list, changes) => {
        const checker = new PersonnelChecker(context, list)
        const current = [...list]
        for (const { kind, place, from } of changes) {
          const other = list[from % list.length] ?? { draft: {} }
          const index = current.length === 0 ? -1 : place % current.length
          if (kind === 'append' || index < 0) {
            checker.append(other)
            current.push(other)
          } else if (kind === 'set') {
            checker.set(index, other)
            current[index] = other
          } else {
            checker.remove(index)
            current.splice(index, 1)
          }
        }
        const afresh = new PersonnelChecker(context, current)
        expect(checker.issues()).toEqual(afresh.issues())
        expect(checker.totals).toEqual(afresh.totals)
        expect(checker.verdict()).toBe(afresh.verdict())
        expect(checker.errorCount).toBe(checker.issues().filter(({ severity }) => severity === 'error').length)
        expect(current.flatMap((_, index) => checker.issuesOf(index))).toEqual(checker.issues())
      }),
      { numRuns: 300 },
    )
  })

  it('does not care in which order the rows come, duplicates apart', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (list, seed) => {
        const shuffled = list
          .map((row, index) => ({ row, key: (index * 7919 + seed * 104729) % 1009 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ row }) => row)
        const alone = (issues: readonly Issue[]) => byRow(issues.filter(({ code }) => code !== 'DUPLICATE'))
        const [before, after] = [checkPersonnel(list, context), checkPersonnel(shuffled, context)]
        expect(alone(after.issues)).toEqual(alone(before.issues))
        expect(after.verdict).toBe(before.verdict)
        const duplicates = (issues: readonly Issue[]) => issues.filter(({ code }) => code === 'DUPLICATE').length
        expect(duplicates(after.issues)).toBe(duplicates(before.issues))
      }),
    )
  })

  it('takes the average as the premium engine does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9e8 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('FEN', 'YUAN'),
        (wages, months, averageRounding) => {
          const draft = {
            participation: { PENSION: true },
            hireDate: '2020-01-01',
            wagesLastYear: fen(wages),
            monthsWorkedLastYear: months,
          }
          const limits = { PENSION: { floor: fen(0), ceiling: fen(1e12) } }
          const { totals } = new PersonnelChecker({ today: '2026-06-15', year: 2026, averageRounding, limits }, [
            { draft },
          ])
          expect(totals.bases.PENSION).toEqual({
            value: averageWage({ wagesLastYear: fen(wages), monthsWorked: months }, averageRounding),
            unknown: 0,
          })
          const newHire = {
            participation: { PENSION: true },
            hireDate: '2026-03-01',
            wagesLastYear: fen(0),
            monthsWorkedLastYear: 0,
            firstMonthWage: fen(Math.ceil(wages / months)),
          }
          const first = new PersonnelChecker({ today: '2026-06-15', year: 2026, averageRounding, limits }, [
            { draft: newHire },
          ])
          expect(first.totals.bases.PENSION.value).toBe(averageWage({ wage: newHire.firstMonthWage }, averageRounding))
        },
      ),
    )
  })

  it.each([
    [500_000, 682_100],
    [1_000_000, 1_000_000],
    [5_000_000, 3_528_300],
  ])('takes a wage of %i to a base of %i', (wage, base) => {
    const draft = {
      participation: { PENSION: true },
      hireDate: '2020-01-01',
      wagesLastYear: fen(12 * wage),
      monthsWorkedLastYear: 12,
    }
    const limits = { PENSION: { floor: fen(682_100), ceiling: fen(3_528_300) } }
    expect(new PersonnelChecker({ ...context, limits }, [{ draft }]).totals.bases.PENSION.value).toBe(base)
  })

  it('tells its progress to the end', () => {
    const { personnel } = makeCompleteDeclaration(1, 3)
    const many = Array.from({ length: 1200 }, (_, index) => personnel[index % 3] ?? { draft: {} })
    const seen: number[] = []
    checkPersonnel(many, context, (done, total) => {
      expect(total).toBe(1200)
      seen.push(done)
    })
    expect(seen).toEqual([500, 1000, 1200])
  })

  it('refuses rows that are not there', () => {
    const checker = new PersonnelChecker(context)
    expect(() => checker.set(0, { draft: {} })).toThrow(RangeError)
    expect(() => checker.remove(0)).toThrow(RangeError)
  })
})
