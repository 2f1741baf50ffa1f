import { describe, expect, it } from 'vitest'
import {
  ADD,
  BASE,
  changeOf,
  FOREIGNER,
  INFO,
  MONTHLY_CONTEXT,
  MONTHLY_EXAMPLES,
  STOP,
} from '../rule-examples/monthly.ts'
import { checkMonthlyChanges } from './check-changes.ts'
import { consequencesOf, firstOpenPeriod } from './monthly-context.ts'

describe('monthly changes', () => {
  it.each([ADD, STOP, BASE, INFO])('accepts a good $changeType', (change) => {
    expect(checkMonthlyChanges([change], MONTHLY_CONTEXT)).toEqual([])
  })

  it.each(MONTHLY_EXAMPLES.map(([rule, field, base, change, context]) => ({ rule, field, base, change, context })))(
    'monthly.$rule on $field speaks alone',
    ({ rule, field, base, change, context }) => {
      const issues = checkMonthlyChanges([changeOf(base, change)], { ...MONTHLY_CONTEXT, ...context })
      expect(issues.map(({ ruleId, path }) => [ruleId, path])).toEqual([[`monthly.${rule}`, `change[0].${field}`]])
    },
  )

  it.each([
    ['the sixteenth birthday itself', FOREIGNER, { birthDate: '2010-06-15' }],
    ['hired today', ADD, { hireDate: '2026-06-15' }],
    ['a woman who is past fifty and whose post is not told', FOREIGNER, { birthDate: '1973-01-01' }],
    ['the household of somebody who stops', STOP, { householdType: 'FOREIGN_NATIONAL' }],
    ['what could not be read beside what was', FOREIGNER, { raw: { sex: '？' } }],
  ] as const)('says nothing of %s', (_what, base, change) => {
    expect(checkMonthlyChanges([changeOf(base, change)], MONTHLY_CONTEXT)).toEqual([])
  })

  it('allows one open change per person, insurance and period, and names the later one', () => {
    const next = { ...BASE, effectivePeriod: '2026-08' }
    expect(checkMonthlyChanges([BASE, next], MONTHLY_CONTEXT)).toEqual([])
    expect(checkMonthlyChanges([STOP, { ...STOP, insurances: ['MEDICAL'] }], MONTHLY_CONTEXT)).toEqual([])
    expect(checkMonthlyChanges([ADD, BASE], MONTHLY_CONTEXT)).toMatchObject([
      { path: 'change[1].insurances', code: 'DUPLICATE', params: { first: 1 } },
    ])
  })

  it('needs no reason for a base in the annual window, nor while nobody says whether it is open', () => {
    const silent = changeOf(BASE, { reason: undefined })
    expect(checkMonthlyChanges([silent], { ...MONTHLY_CONTEXT, annualWindowOpen: true })).toEqual([])
    expect(checkMonthlyChanges([silent], { today: '2026-06-15' })).toEqual([])
  })

  it('moves to the next month after the cut-off', () => {
    expect(firstOpenPeriod('2026-06-15', 15)).toBe('2026-06')
    expect(firstOpenPeriod('2026-12-16', 15)).toBe('2027-01')
    expect(firstOpenPeriod('2026-06-30')).toBe('2026-06')
  })

  it('flags late registration from the thirty-first day and starts the unemployed list', () => {
    expect(consequencesOf({ ...ADD, hireDate: '2026-05-16' }, '2026-06-15')).toEqual({ lateRegistration: false })
    expect(consequencesOf({ ...ADD, hireDate: '2026-05-15' }, '2026-06-15')).toEqual({ lateRegistration: true })
    expect(consequencesOf(STOP, '2026-06-20')).toEqual({ lateRegistration: false, unemployedListDue: '2026-07-05' })
    expect(consequencesOf({ ...STOP, changeType: 'STOP_RETIRED' }, '2026-06-20')).toEqual({ lateRegistration: false })
  })
})
