import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRosterPeople } from '@shebao/test-support/roster-files'
import { fen } from '@shebao/kernel'
import { compareRosters, suggestMatches } from './compare.ts'
import type { Difference, ListedPerson } from './compare.ts'
import { matchKey } from './match-key.ts'
import type { PersonnelDraft } from './personnel-draft.ts'
import { differenceKinds, refuseResolution, resolutionRules, resolutions } from './resolution.ts'

const TODAY = '2026-06-30'
const people = makeRosterPeople(40, 11)
const person = (index: number, change: PersonnelDraft = {}, ref = `r${index}`): ListedPerson => ({
  ref,
  draft: {
    name: people[index]?.name ?? '',
    idNumber: people[index]?.idNumber ?? '',
    wagesLastYear: fen(100),
    participation: { PENSION: true },
    ...change,
  },
})
const kinds = (differences: readonly Difference[]) =>
  differences.map(({ kind, key }) => `${kind} ${people.findIndex((p) => key === `RESIDENT_ID:${p.idNumber}`)}`).sort()

describe('comparing the bureau’s list with the unit’s', () => {
  it('the vector of the specification', () => {
    const bureau = [person(0), person(1), person(2)]
    const unit = [person(0), person(1, { name: '别名' }), person(3, {}, 'd1'), person(3, {}, 'd2')]
    const differences = compareRosters(bureau, unit, TODAY)
    expect(kinds(differences)).toEqual(['DUPLICATE 3', 'EXTRA_IN_UNIT 3', 'MISSING_IN_UNIT 2', 'NAME_DIFF 1'])
    expect(differences.find(({ kind }) => kind === 'DUPLICATE')?.unitRefs).toEqual(['d1', 'd2'])
  })

  it('names the fields and both values', () => {
    const differences = compareRosters(
      [person(0)],
      [person(0, { wagesLastYear: fen(250), participation: { PENSION: false, MEDICAL: true } })],
      TODAY,
    )
    expect(differences.map(({ kind, fields }) => [kind, fields])).toEqual([
      ['WAGE_OR_BASE_DIFF', [{ field: 'wagesLastYear', bureau: 100, unit: 250 }]],
      ['PARTICIPATION_DIFF', [{ field: 'participation.PENSION', bureau: true, unit: false }]],
    ])
  })

  it('matches by number, however it is typed, never by name', () => {
    const id = people[0]?.idNumber ?? ''
    expect(
      compareRosters([person(0)], [person(0, { idNumber: ` ${id.toLowerCase()} `, idType: 'RESIDENT_ID' })], TODAY),
    ).toEqual([])
    expect(matchKey({ idNumber: '610104620927690' })).toBe(matchKey({ idNumber: '610104196209276908' }))
    expect(matchKey({ idNumber: ' 　' })).toBeUndefined()
  })

  it('a number that cannot be, or none, is to be fixed; the name suggests who is meant', () => {
    const bureau = [person(0), person(1)]
    const unit = [
      person(0, { idNumber: '110101199003078671' }, 'typo'),
      { ref: 'none', draft: { name: people[1]?.name ?? '' } },
    ]
    const differences = compareRosters(bureau, unit, TODAY)
    expect(differences.map(({ kind }) => kind).sort()).toEqual([
      'INVALID_ID',
      'INVALID_ID',
      'MISSING_IN_UNIT',
      'MISSING_IN_UNIT',
    ])
    expect(suggestMatches(differences, bureau, unit)).toEqual([
      { bureauRef: 'r0', unitRef: 'typo', name: people[0]?.name },
      { bureauRef: 'r1', unitRef: 'none', name: people[1]?.name },
    ])
  })

  it('suggests nothing where a name stands twice', () => {
    const bureau = [person(0), person(1, { name: people[0]?.name ?? '' })]
    const unit = [person(2, { name: people[0]?.name ?? '' })]
    expect(suggestMatches(compareRosters(bureau, unit, TODAY), bureau, unit)).toEqual([])
  })

  const list = fc
    .uniqueArray(
      fc.tuple(
        fc.nat(39),
        fc.boolean(),
        fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
        fc.option(fc.boolean(), { nil: undefined }),
      ),
      { selector: ([index]) => index },
    )
    .map((rows) =>
      rows.map(([index, renamed, wages, pension]) =>
        person(index, {
          ...(renamed ? { name: '某人' } : {}),
          ...(wages === undefined ? {} : { wagesLastYear: fen(wages) }),
          participation: pension === undefined ? {} : { PENSION: pension },
        }),
      ),
    )

  it('seen from the other side, missing and extra change places and every other difference stays', () => {
    const swapped = (text: string): string =>
      text.replace(/MISSING|EXTRA/, (word) => (word === 'MISSING' ? 'EXTRA' : 'MISSING'))
    fc.assert(
      fc.property(list, list, (a, b) => {
        expect(
          kinds(compareRosters(b, a, TODAY))
            .map(swapped)
            .sort(),
        ).toEqual(kinds(compareRosters(a, b, TODAY)))
      }),
    )
  })

  it('a list differs from itself in nothing, in whatever order', () => {
    fc.assert(
      fc.property(list, (a) => {
        expect(compareRosters(a, a.toReversed(), TODAY)).toEqual([])
      }),
    )
  })
})

describe('resolutions', () => {
  it('each difference has its own and no other', () => {
    expect(
      Object.fromEntries(
        differenceKinds.map((kind) => [kind, resolutionRules[kind].map(({ resolution }) => resolution)]),
      ),
    ).toEqual({
      MISSING_IN_UNIT: ['STOP', 'RESTORE'],
      EXTRA_IN_UNIT: ['ADD', 'REMOVE'],
      NAME_DIFF: ['CORRECT_OURS', 'INFO_CHANGE'],
      WAGE_OR_BASE_DIFF: ['ACCEPT_BUREAU', 'ACCEPT_UNIT'],
      PARTICIPATION_DIFF: ['ACCEPT_BUREAU', 'ACCEPT_UNIT'],
      DUPLICATE: ['FIX'],
      INVALID_ID: ['FIX'],
    })
    for (const kind of differenceKinds) {
      for (const resolution of resolutions) {
        const isListed = resolutionRules[kind].some((rule) => rule.resolution === resolution)
        expect(refuseResolution(kind, { resolution, reason: '调出' })).toBe(isListed ? undefined : 'NOT_ALLOWED')
      }
    }
  })

  it('a needed reason is not blank; what loses or stops somebody is not done in bulk', () => {
    expect(refuseResolution('MISSING_IN_UNIT', { resolution: 'STOP', reason: '　 ' })).toBe('REASON_MISSING')
    expect(refuseResolution('MISSING_IN_UNIT', { resolution: 'STOP', reason: '辞职', inBulk: true })).toBe(
      'NOT_IN_BULK',
    )
    expect(refuseResolution('EXTRA_IN_UNIT', { resolution: 'REMOVE', inBulk: true })).toBe('NOT_IN_BULK')
    expect(refuseResolution('EXTRA_IN_UNIT', { resolution: 'ADD', inBulk: true })).toBeUndefined()
  })
})
