import { arbitraryFen } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planBackPayment } from './back-payment.ts'
import type { BackPaymentMonth, BackPaymentRequest } from './back-payment.ts'
import { civilDate, fen, period } from '@shebao/kernel'
import { assessmentDifference, premiumDifference } from './difference.ts'
import { explainDifference } from '../explain/explain-debt.ts'
import { amountOf } from '../explain/explanation.ts'
import type { Fen, Period } from '@shebao/kernel'
import { checkFine } from './fine.ts'
import { BEIJING, beijingRows } from '../parameters/beijing.ts'
import { preparePolicy, requirePolicy } from '../policy.ts'
import { assessPerson } from '../premium.ts'
import { REFUND_STATES, REFUND_TRANSITIONS, refundRefusals } from './refund.ts'
import type { RefundRequest, RefundState } from './refund.ts'

describe('difference after late publication (domain specification 2.2)', () => {
  const july = period('2025-07')
  const limits2025 = (name: string, from: string) =>
    (name === 'BASE_FLOOR' || name === 'BASE_CEILING') && from === '2025-07'
  const before = requirePolicy(
    beijingRows.filter(({ name, validFrom }) => !limits2025(name, validFrom)),
    BEIJING,
    july,
    1,
  )
  const after = requirePolicy(beijingRows, BEIJING, july, 1)

  it('bills a floor earner the rest, without late fee', () => {
    expect([before.carriedOver, after.carriedOver]).toEqual([true, false])
    const difference = premiumDifference(before, after, { wage: fen(500_000) })
    const pension = difference.lines.find(({ insurance, side }) => insurance === 'PENSION' && side === 'PERSONAL')
    expect(pension).toMatchObject({ before: 54_568, after: 57_296, difference: 2728 })
    expect(pension && amountOf(explainDifference(pension))).toBe(2728)
    expect(difference.lateFee).toBe(0)
    expect(difference.total).toBe(difference.employer + difference.personal)
  })

  it('bills nothing to those whom the limits do not touch, and the fixed amount is not charged again', () => {
    expect(premiumDifference(before, after, { wage: fen(1_000_000) })).toMatchObject({ lines: [], total: 0 })
  })

  it('credits what was billed too much, also for a line that should not have been there', () => {
    const whole = assessPerson(after, { wage: fen(1_000_000) })
    const less = assessPerson(after, { wage: fen(1_000_000), participation: { PENSION: false } })
    expect(assessmentDifference(whole, less)).toMatchObject({ total: -240_000, personal: -80_000 })
  })

  it('compares only like with like', () => {
    const august = requirePolicy(beijingRows, BEIJING, period('2025-08'), 1)
    expect(() => premiumDifference(before, august, { wage: fen(1) })).toThrow(RangeError)
  })
})

describe('back payment (domain specification 3.5)', () => {
  const policyOf = (month: Period) => preparePolicy(beijingRows, BEIJING, month, 1)
  const request: BackPaymentRequest = {
    reason: 'payroll slip',
    evidence: ['PAYROLL'],
    months: [
      { period: period('2024-06'), person: { wage: fen(500_000) }, due: civilDate('2024-06-25') },
      { period: period('2024-07'), person: { wage: fen(500_000) }, due: civilDate('2024-07-25') },
    ],
    peopleInBatch: 1,
    current: period('2024-08'),
    until: civilDate('2024-08-05'),
  }

  it('charges each month by its own limits, plus its late fee', () => {
    const plan = planBackPayment(request, policyOf)
    if (!plan.ok) throw new Error('refused')
    expect(plan.charges.map(({ assessment }) => assessment.bases.PENSION)).toEqual([632_600, 682_100])
    expect(plan.charges.map(({ lateFee }) => lateFee.days)).toEqual([41, 11])
    expect(plan.charges[1]?.assessment.total).toBe(252_678)
    expect(plan.route).toBe('ONLINE')
    expect(plan.total).toBe(plan.premium + plan.lateFee)
  })

  it.each([
    ['2024-09', 'ONLINE'],
    ['2024-10', 'STAFF_REVIEW'],
  ])('is online up to three months back, 20 people: asked in %s it is %s', (current, route) => {
    const asked = { ...request, current: period(current), peopleInBatch: 20 }
    expect(planBackPayment(asked, policyOf)).toMatchObject({ ok: true, route })
  })

  it('needs a legal document only further back than three years', () => {
    const asked = (current: string) => planBackPayment({ ...request, current: period(current) }, policyOf)
    expect(asked('2027-06').ok).toBe(true)
    expect(asked('2027-07')).toEqual({
      ok: false,
      refusals: [{ code: 'LEGAL_DOCUMENT_NEEDED', period: '2024-06' }],
    })
  })

  it('sends what is too old or too many to staff', () => {
    const older = planBackPayment({ ...request, current: period('2024-10') }, policyOf)
    expect(older).toMatchObject({ ok: true, route: 'STAFF_REVIEW' })
    expect(planBackPayment({ ...request, peopleInBatch: 21 }, policyOf)).toMatchObject({
      ok: true,
      route: 'STAFF_REVIEW',
    })
  })

  it('names every reason for a refusal at once', () => {
    const month = (at: string) => ({ period: period(at), person: { wage: fen(1) }, due: civilDate('2024-06-25') })
    const months = [month('2020-01'), month('2024-08'), month('2024-08')]
    const plan = planBackPayment({ ...request, reason: ' ', evidence: [], months }, policyOf)
    expect(plan.ok ? [] : plan.refusals.map(({ code }) => code)).toEqual([
      'REASON_MISSING',
      'EVIDENCE_MISSING',
      'LEGAL_DOCUMENT_NEEDED',
      'NOT_A_PAST_MONTH',
      'DUPLICATE_MONTH',
      'NOT_A_PAST_MONTH',
      'NO_POLICY',
    ])
    const bad = { ...request.months[0], person: { wage: fen(-1) } } as BackPaymentMonth
    expect(planBackPayment({ ...request, months: [bad] }, policyOf)).toEqual({
      ok: false,
      refusals: [{ code: 'WAGE_UNUSABLE', period: '2024-06', problem: 'NEGATIVE' }],
    })
    expect(planBackPayment({ ...request, months: [] }, policyOf)).toEqual({
      ok: false,
      refusals: [{ code: 'NO_MONTHS' }],
    })
  })
})

describe('fines (domain specification 3.4)', () => {
  const arrears = fen(370_300)
  it.each([
    [370_299, false],
    [370_300, true],
    [1_110_900, true],
    [1_110_901, false],
  ])('a fine of %i on arrears of 3 703.00: %s', (amount, ok) => {
    expect(checkFine({ kind: 'UNPAID', arrears, orderExpired: true, amount: fen(amount) }).ok).toBe(ok)
  })

  it.each([
    [49_999, false],
    [50_000, true],
    [300_000, true],
    [300_001, false],
  ])('a fine of %i on a responsible person: %s', (amount, ok) => {
    expect(checkFine({ kind: 'RESPONSIBLE_PERSON', orderExpired: true, amount: fen(amount) }).ok).toBe(ok)
  })

  it('needs an expired order and arrears', () => {
    const fine = { kind: 'UNPAID', arrears, orderExpired: false, amount: arrears } as const
    expect(checkFine(fine)).toEqual({ ok: false, code: 'ORDER_NOT_EXPIRED' })
    expect(checkFine({ ...fine, orderExpired: true, arrears: fen(0) })).toEqual({ ok: false, code: 'NOTHING_OWED' })
  })
})

describe('what is no amount', () => {
  it('is no fine and no refund', () => {
    const nan = Number.NaN as Fen
    expect(checkFine({ kind: 'RESPONSIBLE_PERSON', orderExpired: true, amount: nan }).ok).toBe(false)
    expect(checkFine({ kind: 'UNPAID', arrears: nan, orderExpired: true, amount: fen(1) }).ok).toBe(false)
    expect(checkFine({ kind: 'UNREGISTERED', arrears: fen(100), orderExpired: true, amount: 150.5 as Fen }).ok).toBe(
      false,
    )
  })

  it('and every fine inside the range passes, every other is refused with the range', () => {
    fc.assert(
      fc.property(arbitraryFen(1, 10 ** 12), fc.integer({ min: -5, max: 405 }), (arrears, percent) => {
        const amount = fen(Math.floor((arrears * percent) / 100))
        const verdict = checkFine({ kind: 'UNPAID', arrears, orderExpired: true, amount })
        const within = amount >= arrears && amount <= 3 * arrears
        expect(verdict).toEqual(
          within ? { ok: true } : { ok: false, code: 'OUT_OF_RANGE', lowest: arrears, highest: 3 * arrears },
        )
      }),
    )
  })
})

describe('refund guards (domain specification 3.5)', () => {
  const sound: RefundRequest = {
    reason: 'DUPLICATE',
    amount: fen(1000),
    personalShare: fen(300),
    received: fen(1000),
    alreadyRefunded: fen(0),
    benefitDrawn: false,
    toOriginalAccount: true,
    personalReceiptSigned: true,
  }
  it.each<[Partial<RefundRequest>, string[]]>([
    [{}, []],
    [{ received: fen(0) }, ['MONEY_NOT_RECEIVED']],
    [{ alreadyRefunded: fen(1000) }, ['ALREADY_REFUNDED']],
    [{ alreadyRefunded: fen(1) }, ['EXCEEDS_RECEIVED']],
    [{ benefitDrawn: true, toOriginalAccount: false }, ['BENEFIT_DRAWN', 'NOT_ORIGINAL_ACCOUNT']],
    [{ personalReceiptSigned: false }, ['PERSONAL_RECEIPT_MISSING']],
    [{ personalReceiptSigned: false, personalShare: fen(0) }, []],
    [{ amount: fen(0), personalShare: fen(0) }, ['AMOUNT_OUT_OF_RANGE']],
    [{ personalShare: fen(1001) }, ['AMOUNT_OUT_OF_RANGE']],
    [{ alreadyRefunded: fen(-1) }, ['AMOUNT_OUT_OF_RANGE']],
    [{ received: Number.NaN as Fen }, ['AMOUNT_OUT_OF_RANGE']],
  ])('%j is refused for %j', (change, refusals) => {
    expect(refundRefusals({ ...sound, ...change })).toEqual(refusals)
  })

  it('goes from APPLIED over VERIFIED and APPROVED to PAID_OUT, may be rejected until then, and never comes back', () => {
    const reach = (from: RefundState): RefundState[] => [from, ...REFUND_TRANSITIONS[from].flatMap(reach)]
    expect(REFUND_TRANSITIONS).toEqual({
      APPLIED: ['VERIFIED', 'REJECTED'],
      VERIFIED: ['APPROVED', 'REJECTED'],
      APPROVED: ['PAID_OUT', 'REJECTED'],
      PAID_OUT: [],
      REJECTED: [],
    })
    expect(new Set(reach('APPLIED'))).toEqual(new Set(REFUND_STATES))
  })
})
