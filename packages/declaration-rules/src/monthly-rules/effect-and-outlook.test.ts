import { fen, period } from '@shebao/kernel'
import { describe, expect, it } from 'vitest'
import { ADD, BASE, changeOf, INFO, MONTHLY_CONTEXT, STOP } from '../rule-examples/monthly.ts'
import { effectOf } from './change-effect.ts'
import { completeMonthly, readCompleteChange } from './complete-change.ts'
import { stopOutlook } from './stop-outlook.ts'

describe('a person before a change and after it', () => {
  const before = { insurances: ['PENSION', 'MEDICAL', 'UNEMPLOYMENT'], wage: fen(700_000) } as const
  it.each([
    ['joins', ADD, undefined, { insurances: ['PENSION', 'MEDICAL'], wage: fen(1_000_000) }],
    [
      'joins what was missing, on the wage of before',
      ADD,
      { insurances: ['UNEMPLOYMENT'], wage: fen(700_000) },
      { insurances: ['PENSION', 'MEDICAL', 'UNEMPLOYMENT'], wage: fen(700_000) },
    ],
    ['stops one of three', STOP, before, { insurances: ['MEDICAL', 'UNEMPLOYMENT'], wage: fen(700_000) }],
    ['stops the last', STOP, { insurances: ['PENSION'], wage: fen(1) }, { insurances: [] }],
    ['has another base', BASE, before, { ...before, wage: fen(1_200_000) }],
    ['has other data', INFO, before, before],
    ['has no type yet', changeOf(ADD, { changeType: undefined }), before, before],
  ] as const)('%s', (_what, change, known, after) => expect(effectOf(change, known)).toEqual(after))
})

describe('what a stop breaks', () => {
  const asked = {
    type: 'STOP_DISMISSED',
    today: '2026-06-15',
    lastMonth: period('2026-06'),
    leaveDate: '2026-06-10',
    birthMonth: period('1970-01'),
    category: 'MALE',
  } as const
  it('counts the months that are known, those still owed, and what is missing until retirement', () => {
    const outlook = stopOutlook({ ...asked, pensionMonths: ['2026-03', '2026-04', '2026-05'] })
    // Born 1970-01: 16 months later than 60 years, 2031-05, when 192 months are needed.
    expect(outlook).toMatchObject({
      firstMonthWithout: '2026-07',
      monthsPaid: 4,
      retirementPeriod: '2031-05',
      monthsNeeded: 192,
      monthsMissing: 188,
      monthsUntilRetirement: 59,
      canStillReach: false,
      unemployedListDue: '2026-06-25',
    })
    expect(outlook.steps.map(({ code, value }) => `${code} ${value}`)).toContain('MONTHS_PAID 3')
  })

  it('starts no duty for who retires, and misses nothing where enough was paid', () => {
    const many = Array.from(
      { length: 240 },
      (_, month) => `${2006 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
    )
    const outlook = stopOutlook({ ...asked, type: 'STOP_RETIRED', pensionMonths: many })
    expect(outlook.unemployedListDue).toBeUndefined()
    expect([outlook.monthsMissing, outlook.canStillReach]).toEqual([0, true])
  })
})

describe('a complete monthly declaration', () => {
  it('knows of every change what it needs, and is refused as a whole otherwise', () => {
    const numbered = [ADD, STOP, BASE, INFO].map((draft, index) => ({
      row: index + 2,
      draft: {
        ...draft,
        effectivePeriod: ['2026-07', '2026-08', '2026-09', '2026-10'][index],
        ...(draft === STOP ? { lastPayablePeriod: '2026-07' } : {}),
      },
    }))
    const completion = completeMonthly(numbered, MONTHLY_CONTEXT)
    expect(completion.ok && completion.complete.changes.map(({ row, facts }) => [row, facts.kind])).toEqual([
      [2, 'ADD'],
      [3, 'STOP'],
      [4, 'BASE'],
      [5, 'INFO'],
    ])
    const refused = completeMonthly([{ row: 7, draft: changeOf(ADD, { hireDate: undefined }) }], MONTHLY_CONTEXT)
    expect(refused).toMatchObject({ ok: false, issues: [{ row: 7, path: 'change[0].hireDate', code: 'REQUIRED' }] })
    expect(() => readCompleteChange({ row: 7, draft: changeOf(ADD, { hireDate: undefined }) }, '2026-06-15')).toThrow(
      'change 7',
    )
  })
})
