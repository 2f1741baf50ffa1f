import { addDays, civilDate } from '@shebao/kernel'
import { addWorkingDays } from '@shebao/premium'
import { describe, expect, it } from 'vitest'
import {
  Case,
  bank,
  calendar,
  courtPaper,
  decide,
  demanded,
  grounds,
  guarantee,
  notified,
  ordered,
  prepared,
  seized,
  served,
  short,
  toCourt,
  unit,
} from '../../../testing/money/enforcement-walk.ts'
import { waitsFor } from './due-by.ts'
import { totalOf } from './enforcement-guards.ts'
import { accountAt } from './standing.ts'
import { stepInputSchema } from './step-input.ts'

it('an application says nothing else where that field was left empty, as the form allows', () => {
  for (const other of [null, undefined, ' '])
    expect(
      stepInputSchema.parse(
        prepared({ step: 'APPLY_ALLOCATION', bankId: bank, facts: grounds, ...({ other } as object) } as never),
      ),
    ).toMatchObject({ paper: { other: '' } })
})

describe('the guards of the law', () => {
  it('the allocation is never decided by the agency (SIL 63)', () => {
    const one = demanded()
    for (const person of ['officer', 'collector', 'reviewer', 'head', 'court', 'bank'] as const)
      expect(one.take(person, decide)).toBe('NOT_PERMITTED')
  })

  it('no court while a guarantee stands (SIL 63)', () => {
    const one = short()
    const plan = {
      step: 'SIGN_DEFERRAL' as const,
      guarantee,
      instalments: [{ dueOn: addDays(one.today, 60), amount: totalOf(one.due) }],
    }
    one.must('officer', prepared({ ...plan, guarantee: { ...guarantee, value: 1 } }))
    expect(one.take('head', { event: 'SIGN_DEFERRAL' })).toBe('GUARANTEE_COVERS')
    one.must(
      'officer',
      prepared({ ...plan, instalments: [{ dueOn: addDays(one.today, 400), amount: totalOf(one.due) }] }),
    )
    expect(one.take('head', { event: 'SIGN_DEFERRAL' })).toBe('PLAN_FITS')
    one.must('officer', prepared(plan))
    one.must('head', { event: 'SIGN_DEFERRAL' })
    expect(one.take('job', { event: 'BREACH_DEFERRAL' })).toBe('INSTALMENT_MISSED')
    one.pass(61)
    one.must('job', { event: 'BREACH_DEFERRAL' })
    one.must('officer', courtPaper)
    expect(one.take('head', { event: 'APPLY_COURT' })).toBe('NO_GUARANTEE')
  })

  it('no court nine working days after the demand, counted around a holiday (ACL 54)', () => {
    const one = short()
    one.must('officer', prepared({ step: 'DEMAND_BEFORE_COURT' }))
    one.must('head', { event: 'DEMAND_BEFORE_COURT' })
    one.must('officer', { event: 'SERVE_COURT_DEMAND', ...served(one.today) })
    const on = one.today
    one.must('officer', courtPaper)
    one.today = addWorkingDays(calendar, on, 9)
    expect(one.take('head', { event: 'APPLY_COURT' })).toBe('COURT_DEMAND_RIPE')
    one.today = addWorkingDays(calendar, on, 10)
    // Ripe; and still too early, for the debtor may yet go to court against it (ACL 53).
    expect(one.take('head', { event: 'APPLY_COURT' })).toBe('REMEDIES_OVER')
    one.today = addDays(on, 300)
    expect(one.take('head', { event: 'APPLY_COURT' })).toBe('COURT_IN_TIME')
  })

  it('an order on the sixth working day is allowed, and marked late (M20 16)', () => {
    for (const [days, late] of [
      [5, false],
      [6, true],
    ] as const) {
      const one = new Case()
      one.must('officer', { event: 'INVESTIGATE', ground: 'NOT_DECLARED', text: grounds })
      one.must('reviewer', { event: 'VERIFY_ARREARS' })
      one.must('officer', prepared({ step: 'ORDER_PAYMENT' }))
      one.today = addWorkingDays(calendar, one.today, days)
      one.must('head', { event: 'ORDER_PAYMENT' })
      expect(one.standing.order?.late).toBe(late)
    }
  })

  it('a part payment after the demand: another amount, issued anew, and its term begins again (ACL 35)', () => {
    const one = demanded()
    one.must('department', { event: 'SERVE_DEMAND', ...served(one.today) })
    one.pass(7)
    one.pay(400_000)
    expect(one.take('department', decide)).toBe('DEMAND_CURRENT')
    one.follow()
    expect(one.standing.demand).toMatchObject({ amount: totalOf(one.due), settled: 400_000 })
    expect(one.take('department', decide)).toBe('DEMAND_SERVED')
    one.must('department', { event: 'SERVE_DEMAND', ...served(one.today) })
    expect(one.take('department', decide)).toBe('DEMAND_TERM_OVER')
    one.pass(6)
    one.must('department', decide)
  })

  it('executes neither at night nor on a day off (ACL 43)', () => {
    const one = demanded()
    // ACL 37: at once, where assets are being hidden.
    one.must('department', { ...decide, hidingEvidence: '账户资金正在转出' })
    one.hour = 23
    expect(one.take('department', { event: 'NOTIFY_BANK' })).toBe('BY_DAY')
    one.hour = 10
    one.today = civilDate('2024-10-02')
    expect(one.take('department', { event: 'NOTIFY_BANK' })).toBe('BY_DAY')
    one.today = civilDate('2024-10-12')
    one.must('department', { event: 'NOTIFY_BANK' })
  })

  it('nobody reviews or signs what they prepared, and only the head signs (R765 37)', () => {
    const one = new Case()
    one.must('reviewer', { event: 'INVESTIGATE', ground: 'CONCEALED', text: grounds })
    one.must('officer', { event: 'INVESTIGATE', ground: 'CONCEALED', text: grounds })
    expect(one.take('reviewer', { event: 'VERIFY_ARREARS' })).toBe('SAME_PERSON')
    expect(one.take('collector', { event: 'VERIFY_ARREARS' })).toBe('NOT_PERMITTED')
    one.must('head', { event: 'VERIFY_ARREARS' })
    one.must('head', prepared({ step: 'ORDER_PAYMENT' }))
    one.must('officer', prepared({ step: 'ORDER_PAYMENT' }))
    expect(one.take('head', { event: 'ORDER_PAYMENT' })).toBe('SAME_PERSON')
    expect(one.take('reviewer', { event: 'ORDER_PAYMENT' })).toBe('NOT_PERMITTED')
  })

  it('a bank takes no more than is owed and was asked for, and answers for itself', () => {
    const one = notified()
    const reply = { event: 'ALLOCATE' as const, bankId: bank, valueDate: one.today, reference: 'R3' }
    expect(one.take('bank', { ...reply, amount: totalOf(one.due) + 1 })).toBe('ALLOCATION_FITS')
    expect(one.take('bank', { ...reply, bankId: unit, amount: 1 })).toBe('BANK_NOTIFIED')
    one.pay(totalOf(one.due))
    expect(one.take('bank', { ...reply, amount: 1 })).toBe('ALLOCATION_FITS')
    one.follow()
    expect(one.state).toBe('CLOSED_PAID')
  })

  it('the term of a demand is the unit’s, and what comes then the department’s (ACL 36)', () => {
    const one = demanded()
    expect(waitsFor(one.state, one.standing, one.today)).toBe('DEPARTMENT')
    one.must('department', { event: 'SERVE_DEMAND', ...served(one.today) })
    expect(waitsFor(one.state, one.standing, one.today)).toBe('EMPLOYER')
    one.pass(7)
    expect(waitsFor(one.state, one.standing, one.today)).toBe('DEPARTMENT')
  })

  it('a bank names several accounts, and draws in parts until its notice is used up', () => {
    const one = ordered()
    one.pass(8)
    one.must('job', { event: 'EXPIRE_ORDER' })
    one.must('officer', prepared({ step: 'QUERY_ACCOUNTS', banks: [{ id: bank, name: '工行' }] }))
    one.must('head', { event: 'QUERY_ACCOUNTS' })
    const said = { event: 'ANSWER_QUERY', bankId: bank, asOf: one.today } as const
    one.must('bank', { ...said, account: '****0001', balance: 10, reference: 'K1', more: true })
    expect(waitsFor(one.state, one.standing, one.today)).toBe('BANK')
    expect(one.take('bank', { ...said, account: '****0002', balance: 90, reference: 'K1' })).toBe('REPLY_FITS')
    one.must('bank', { ...said, account: '****0002', balance: 90, reference: 'K2' })
    expect(one.take('bank', { ...said, account: '****0003', balance: 1, reference: 'K3' })).toBe('BANK_ASKED')
    expect(waitsFor(one.state, one.standing, one.today)).toBe('OFFICER')
    expect(one.standing.query && accountAt(one.standing.query, bank)?.reference).toBe('K2')

    const drawn = notified()
    const all = totalOf(drawn.due)
    const part = { event: 'ALLOCATE_PART', bankId: bank, valueDate: drawn.today } as const
    expect(drawn.take('bank', { ...part, amount: 0, reference: 'T0' })).toBe('ALLOCATION_FITS')
    drawn.must('bank', { ...part, amount: 400_000, reference: 'T1' })
    expect(drawn.standing.bankNotice?.amount).toBe(all - 400_000)
    expect(drawn.take('bank', { ...part, amount: all - 399_999, reference: 'T2' })).toBe('ALLOCATION_FITS')
    drawn.must('bank', { ...part, event: 'ALLOCATE', amount: 100_000, reference: 'T2' })
    expect([drawn.state, drawn.standing.allocation?.amount, drawn.standing.taken.allocated]).toEqual([
      'ALLOCATED',
      500_000,
      500_000,
    ])
  })

  it('is not taken without the scans that its law needs: receipts, contracts, evidence of hiding, rulings (R765 38)', () => {
    const one = ordered()
    one.standing = { ...one.standing, order: one.standing.order && { ...one.standing.order, service: undefined } }
    expect(one.take('officer', { event: 'SERVE_ORDER', ...served(one.today) }, [])).toBe('EVIDENCE_HANDED_IN')
    const hiding = { ...decide, hidingEvidence: '账户资金正在转出' }
    expect(demanded().take('department', hiding, [])).toBe('EVIDENCE_HANDED_IN')
    const deferring = short()
    const instalments = [{ dueOn: addDays(deferring.today, 10), amount: totalOf(deferring.due) }]
    const agreement = prepared({ step: 'SIGN_DEFERRAL', guarantee, instalments })
    expect(deferring.take('officer', agreement, ['CONTRACT', 'VALUATION'])).toBe('EVIDENCE_HANDED_IN')
    deferring.must('officer', agreement)
    // Prepared again, what was handed in before is still there.
    expect(deferring.take('officer', agreement, [])).toBe('TAKEN')
    const sold = seized()
    expect(sold.take('court', { event: 'AUCTION', proceeds: 1, reportNo: '拍1' }, [])).toBe('EVIDENCE_HANDED_IN')
  })

  it('goes from overdue to the auction, and every fen is somewhere', () => {
    const one = short()
    toCourt(one)
    one.must('court', { event: 'ACCEPT_APPLICATION', documentNo: '（2025）行审1号' })
    one.must('court', { event: 'RULE_TO_ENFORCE', documentNo: '（2025）行审1号', heard: false })
    one.untilMorning()
    const items = [{ description: '设备', value: 700_000 }]
    const more = { description: '车辆', value: totalOf(one.due) }
    expect(one.take('court', { event: 'SEIZE', items: [...items, more] })).toBe('SEIZURE_EQUIVALENT')
    one.must('court', { event: 'SEIZE', items: [more] })
    one.must('court', { event: 'AUCTION', proceeds: 1_200_000, reportNo: '拍1' })
    one.must('court', { event: 'OFFSET_DEBT', costs: 20_000, valueDate: one.today, reference: 'R4' })
    one.must('reviewer', { event: 'CLOSE_OFFSET' })
    const { distribution, taken } = one.standing
    expect(distribution && distribution.costs + distribution.offset + distribution.surplus).toBe(1_200_000)
    expect(taken.allocated + taken.offset).toBe(one.charged.principal + one.charged.fee)
  })
})
