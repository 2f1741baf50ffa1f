import { addDays, civilDate } from '@shebao/kernel'
import { describe, expect, it } from 'vitest'
import {
  atCourt,
  Case,
  courtDemanded,
  deferred,
  demanded,
  grounds,
  guarantee,
  notified,
  ordered,
  prepared,
  served,
  short,
} from '../../../testing/money/enforcement-walk.ts'
import { totalOf } from './enforcement-guards.ts'
import { limits, monthsLater } from './legal-steps.ts'

// Forged days and hours, and limits around the holidays of autumn 2024: 29 September and 12 October were worked, 1 to 7 October were not.

describe('days and hours', () => {
  it('an order that was served before the holiday runs out behind it, and not on its last day', () => {
    const one = new Case()
    one.today = civilDate('2024-09-27')
    one.must('officer', { event: 'INVESTIGATE', ground: 'NOT_DECLARED', text: grounds })
    one.must('reviewer', { event: 'VERIFY_ARREARS' })
    one.must('officer', prepared({ step: 'ORDER_PAYMENT' }))
    one.today = civilDate('2024-09-29')
    one.must('head', { event: 'ORDER_PAYMENT' })
    one.must('officer', { event: 'SERVE_ORDER', ...served(one.today) })
    // 30 September, 8, 9, 10 and 11 October.
    expect(one.standing.order?.endsOn).toBe('2024-10-11')
    one.today = civilDate('2024-10-11')
    expect(one.take('job', { event: 'EXPIRE_ORDER' })).toBe('ORDER_TERM_OVER')
    one.today = civilDate('2024-10-12')
    expect(one.take('job', { event: 'EXPIRE_ORDER' })).toBe('TAKEN')
  })

  it('an order is late from the sixth working day behind the verification, holidays left out (M20 16)', () => {
    for (const [day, late] of [
      ['2024-10-11', false],
      ['2024-10-12', true],
    ] as const) {
      const one = new Case()
      one.today = civilDate('2024-09-29')
      one.must('officer', { event: 'INVESTIGATE', ground: 'NOT_DECLARED', text: grounds })
      one.must('reviewer', { event: 'VERIFY_ARREARS' })
      one.must('officer', prepared({ step: 'ORDER_PAYMENT' }))
      one.today = civilDate(day)
      one.must('head', { event: 'ORDER_PAYMENT' })
      expect([day, one.standing.order?.late]).toEqual([day, late])
    }
  })

  it('a receipt is of a day from the signature to today, and a paper is served once (ACL 38)', () => {
    const one = demanded()
    expect(one.take('department', { event: 'SERVE_DEMAND', ...served(addDays(one.today, 1)) })).toBe('SERVICE_DAY_FITS')
    expect(one.take('department', { event: 'SERVE_DEMAND', ...served(addDays(one.today, -1)) })).toBe(
      'SERVICE_DAY_FITS',
    )
    one.must('department', { event: 'SERVE_DEMAND', ...served(one.today) })
    expect(one.take('department', { event: 'SERVE_DEMAND', ...served(one.today) })).toBe('NOT_SERVED_YET')
    // Of the next state’s paper nothing is served yet.
    expect(one.take('department', { event: 'SERVE_DECISION', ...served(one.today) })).toBe('NOT_IN_STATE')
  })

  it('when night begins and how long a plan may run is what the office has published for that day', () => {
    const one = demanded()
    one.must('department', { event: 'DECIDE_ALLOCATION', reasons: grounds, hidingEvidence: '账户资金正在转出' })
    one.figures = { ...one.figures, firstHour: 8, lastHour: 18 }
    for (const [hour, said] of [
      [7, 'BY_DAY'],
      [18, 'BY_DAY'],
      [8, 'TAKEN'],
    ] as const)
      expect([hour, Object.assign(one, { hour }).take('department', { event: 'NOTIFY_BANK' })]).toEqual([hour, said])
    const owing = short()
    const plan = [{ dueOn: addDays(owing.today, 200), amount: totalOf(owing.due) }]
    owing.must('officer', prepared({ step: 'SIGN_DEFERRAL', guarantee, instalments: plan }))
    owing.figures = { ...owing.figures, deferralMonths: 6 }
    expect(owing.take('head', { event: 'SIGN_DEFERRAL' })).toBe('PLAN_FITS')
    owing.figures = { ...owing.figures, deferralMonths: 7 }
    owing.must('head', { event: 'SIGN_DEFERRAL' })
  })

  it('nothing is executed at night, on a weekend or on a holiday: neither the allocation nor a seizure (ACL 43)', () => {
    const seizing = atCourt()
    seizing.must('court', { event: 'ACCEPT_APPLICATION', documentNo: '行审1号' })
    seizing.must('court', { event: 'RULE_TO_ENFORCE', documentNo: '行审1号', heard: false })
    const allocating = demanded()
    allocating.must('department', { event: 'DECIDE_ALLOCATION', reasons: grounds, hidingEvidence: '账户资金正在转出' })
    const items = [{ description: '车辆', value: totalOf(seizing.due) }]
    for (const [day, hour, said] of [
      ['2024-10-09', 5, 'BY_DAY'],
      ['2024-10-09', 22, 'BY_DAY'],
      ['2024-10-13', 10, 'BY_DAY'],
      ['2024-10-07', 10, 'BY_DAY'],
      ['2024-10-09', 6, 'TAKEN'],
      ['2024-10-12', 21, 'TAKEN'],
    ] as const) {
      for (const [one, person, input] of [
        [Object.assign(new Case(), allocating), 'department', { event: 'NOTIFY_BANK' }],
        [Object.assign(new Case(), seizing), 'court', { event: 'SEIZE', items }],
      ] as const) {
        Object.assign(one, { today: civilDate(day), hour })
        expect([day, hour, one.take(person, input)]).toEqual([day, hour, said])
      }
    }
  })

  it('the demand before the court counts ten working days around the holiday (ACL 54)', () => {
    const one = courtDemanded('2024-09-26')
    // 27, 29, 30 September, 8 to 11 October, 12, 14 and 15 October.
    expect(one.standing.courtDemand?.endsOn).toBe('2024-10-15')
    one.today = civilDate('2024-10-14')
    expect(one.take('head', { event: 'APPLY_COURT' })).toBe('COURT_DEMAND_RIPE')
    one.today = civilDate('2024-10-15')
    expect(one.take('head', { event: 'APPLY_COURT' })).toBe('REMEDIES_OVER')
  })

  it('an instalment is missed the day after its own, and no sooner', () => {
    const one = deferred()
    const [first] = one.standing.deferral?.instalments ?? []
    one.today = civilDate(first?.dueOn ?? '')
    expect(one.take('job', { event: 'BREACH_DEFERRAL' })).toBe('INSTALMENT_MISSED')
    one.today = addDays(one.today, 1)
    expect(one.take('job', { event: 'BREACH_DEFERRAL' })).toBe('TAKEN')
  })

  it('a refusal is contested within fifteen days of it, weekends counted (ACL 58, 69)', () => {
    for (const [days, said] of [
      [15, 'TAKEN'],
      [16, 'CONTEST_IN_TIME'],
    ] as const) {
      const one = atCourt()
      one.must('court', { event: 'DECLINE_APPLICATION', documentNo: '行审2号', reasons: grounds })
      one.must('officer', prepared({ step: 'CONTEST_REFUSAL', facts: grounds }))
      one.today = addDays(one.today, days)
      expect([days, one.take('head', { event: 'CONTEST_REFUSAL' })]).toEqual([days, said])
    }
  })

  it('what is suspended lapses the day after three years, and not on the day (ACL 39)', () => {
    const one = short()
    one.must('officer', prepared({ step: 'SUSPEND', ground: 'HARDSHIP', explanation: grounds }))
    one.must('head', { event: 'SUSPEND' })
    one.today = monthsLater(one.today, limits.suspensionMonths)
    expect(one.take('job', { event: 'LAPSE' })).toBe('SUSPENDED_LONG')
    one.today = addDays(one.today, 1)
    expect(one.take('job', { event: 'LAPSE' })).toBe('TAKEN')
  })

  it('months that end sooner end on their last day', () => {
    expect(monthsLater(civilDate('2024-11-30'), 3)).toBe('2025-02-28')
    expect(monthsLater(civilDate('2023-11-30'), 3)).toBe('2024-02-29')
    expect(monthsLater(civilDate('2024-08-31'), 6)).toBe('2025-02-28')
  })

  it('money of a day to come, or before the bank was told, is nobody’s allocation (ACL 47)', () => {
    const one = notified()
    const bankId = one.standing.application?.bankId ?? ''
    const reply = { event: 'ALLOCATE' as const, bankId, amount: 1, reference: 'R9' }
    expect(one.take('bank', { ...reply, valueDate: addDays(one.today, 1) })).toBe('ALLOCATION_FITS')
    expect(one.take('bank', { ...reply, valueDate: addDays(one.today, -1) })).toBe('ALLOCATION_FITS')
  })
})

describe('forged steps', () => {
  it('of another state are refused whoever presses, and never change the case', () => {
    for (const one of [ordered(), demanded(), short(), atCourt()]) {
      const before = JSON.stringify([one.state, one.standing])
      for (const person of ['officer', 'head', 'department', 'court', 'employer', 'bank', 'job'] as const)
        for (const input of [
          { event: 'CLOSE_OFFSET' },
          { event: 'AUCTION', proceeds: 1, reportNo: '拍9' },
          { event: 'RESUME' },
          { event: 'OFFSET_DEBT', costs: 0, valueDate: one.today, reference: 'R9' },
        ] as const)
          expect(['NOT_IN_STATE', 'NOT_PERMITTED']).toContain(one.take(person, input))
      expect(JSON.stringify([one.state, one.standing])).toBe(before)
    }
  })
})
