import { fen } from '@shebao/kernel'
import { findFalseNodes } from '@shebao/test-support'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, insuredViewer } from '../../../testing/ask.ts'
import { receiveMoney } from '../settlement/allocate-credit.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import {
  addUnit,
  billMonth,
  monthOf,
  openRefundFixture,
  payoutOf,
  refundStep,
  verificationOf,
} from '../../../testing/money/refund/refund-fixture.ts'
import type { RefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import { handInFile, whoOpens } from '../../../testing/hand-in-file.ts'
import { deriveFor } from '../../../testing/ask-derivation.ts'

let f: RefundFixture
beforeAll(async () => {
  f = await openRefundFixture()
})
afterAll(() => f.platform.close())
afterEach(async () => {
  const { breaks } = await proveLedger(f.platform)
  if (breaks.length > 0) throw new Error(breaks.join('\n'))
})

const monthRows = (individualId: string | undefined, month: string) =>
  f.platform.database.prisma.premiumPayment.findMany({
    where: { individualId: individualId ?? '', period: month },
    orderBy: [{ employerId: 'asc' }, { kind: 'asc' }],
  })
const balance = async (code: string) => (await proveLedger(f.platform)).balances.get(code) ?? 0

/** Applied, verified and approved; the test pays out. */
async function approved(variables: ReturnType<typeof monthOf>, viewer: Viewer) {
  const applied = await refundStep(f.platform, viewer, 'applyForRefund', variables)
  expect(applied.refused).toEqual([])
  expect((await refundStep(f.platform, f.officer, 'verifyRefund', verificationOf(applied.id))).state).toBe('VERIFIED')
  expect((await refundStep(f.platform, f.reviewer, 'approveRefund', { id: applied.id })).state).toBe('APPROVED')
  return applied
}

describe('a month refunded whole', () => {
  it('goes from the application to the bank and leaves nothing of the month', async () => {
    const unit = await addUnit(f.platform, [1_000_000, 1_000_000])
    const noticeId = await billMonth(f.platform, unit.employerId, '2024-08')
    const [wrong, right] = unit.individualIds
    const pension = await balance('FUND:PENSION')
    const bank = await balance('BANK:SANDBOX')
    const { id, amount, personalShare, shares } = await approved(monthOf(wrong, '2024-08'), unit.viewer)
    // Beijing 2024, class 1, wage 10 000 (domain 2.4).
    expect([amount, personalShare]).toEqual([370_300, 105_300])
    expect(shares).toContainEqual({ insurance: 'PENSION', side: 'EMPLOYER', amount: 160_000 })
    expect((await refundStep(f.platform, f.head, 'payOutRefund', payoutOf(id))).state).toBe('PAID_OUT')

    expect(await balance('FUND:PENSION')).toBe(pension + 240_000)
    expect(await balance('BANK:SANDBOX')).toBe(bank - 370_300)
    const rows = await monthRows(wrong, '2024-08')
    expect(rows.map(({ kind, sequence, status }) => [kind, sequence, status])).toEqual([
      ['NORMAL', 0, 'REFUNDED'],
      ['REFUND', 0, 'REFUNDED'],
    ])
    for (const column of [
      'pensionEmployer',
      'pensionPersonal',
      'medicalEmployer',
      'workInjuryEmployer',
      'pensionBase',
    ] as const)
      expect(
        rows.reduce((sum, row) => sum + row[column], 0n),
        column,
      ).toBe(0n)
    expect((await monthRows(right, '2024-08')).map(({ status }) => status)).toEqual(['PAID'])
    expect(await f.platform.database.prisma.paymentNotice.findUnique({ where: { id: noticeId } })).toMatchObject({
      status: 'POSTED',
      total: 740_600n,
    })
  })

  it('counts a duplicate month once, and only while the other employer’s stands', async () => {
    const first = await addUnit(f.platform, [1_000_000])
    const second = await addUnit(f.platform, [1_000_000])
    const [person] = first.individualIds
    await f.platform.database.prisma.enrolment.updateMany({
      where: { individualId: second.individualIds[0] ?? '' },
      data: { individualId: person ?? '' },
    })
    await billMonth(f.platform, first.employerId, '2024-08')
    const alone = await refundStep(
      f.platform,
      first.viewer,
      'applyForRefund',
      monthOf(person, '2024-08', { reason: 'DUPLICATE' }),
    )
    expect(alone.refused).toEqual(['NOT_A_DUPLICATE'])
    await billMonth(f.platform, second.employerId, '2024-08')
    const rights = async () => {
      const { data } = await ask(
        f.platform,
        insuredViewer(person ?? ''),
        'query { me { rightsSummary { insurances { insurance months } } } }',
      )
      return (data['me'] as unknown as { rightsSummary: { insurances: { months: number }[] } }).rightsSummary
        .insurances[0]?.months
    }
    expect(await rights()).toBe(1)
    const { id } = await approved(monthOf(person, '2024-08', { reason: 'DUPLICATE' }), second.viewer)
    expect((await refundStep(f.platform, f.head, 'payOutRefund', payoutOf(id))).state).toBe('PAID_OUT')
    expect(await rights()).toBe(1)
    const other = await refundStep(
      f.platform,
      first.viewer,
      'applyForRefund',
      monthOf(person, '2024-08', { reason: 'DUPLICATE' }),
    )
    expect(other.refused).toEqual(['NOT_A_DUPLICATE'])
  })
})

it('the papers of a refund are read by its employer and by staff, and by no other', async () => {
  const [unit, other] = [await addUnit(f.platform, [1_000_000]), await addUnit(f.platform, [1_000_000])]
  await billMonth(f.platform, unit.employerId, '2024-08')
  const [ofClerk, ofOfficer] = [await handInFile(f.platform, unit.viewer), await handInFile(f.platform, f.officer)]
  const month = (files: string[]) => monthOf(unit.individualIds[0], '2024-08', { files })
  const foreign = await refundStep(f.platform, unit.viewer, 'applyForRefund', month([ofOfficer]))
  expect(foreign.refused).toEqual(['BAD_USER_INPUT'])
  const { id } = await refundStep(f.platform, unit.viewer, 'applyForRefund', month([ofClerk]))
  const verification = { ...verificationOf(id), files: [ofOfficer] }
  expect((await refundStep(f.platform, f.officer, 'verifyRefund', verification)).state).toBe('VERIFIED')
  const { data } = await ask(f.platform, f.auditor, 'query ($id: ID!) { refund(id: $id) { files { id } } }', { id })
  expect(data['refund']).toEqual({ files: [{ id: ofClerk }, { id: ofOfficer }] })
  const readers = [unit.viewer, f.auditor, other.viewer, insuredViewer(unit.individualIds[0] ?? '')]
  for (const file of [ofClerk, ofOfficer])
    expect(await whoOpens(f.platform, file, readers)).toEqual(['OPENS', 'OPENS', 'NOT_FOUND', 'NOT_FOUND'])
})

describe('a month declared too high', () => {
  it('gives back each share’s difference by the engine and stays paid; the rest can follow', async () => {
    const unit = await addUnit(f.platform, [1_000_000])
    await billMonth(f.platform, unit.employerId, '2024-08')
    const [person] = unit.individualIds
    const over = { reason: 'OVER_DECLARED', correctedWage: 500_000 }
    const { id, amount, personalShare } = await approved(monthOf(person, '2024-08', over), unit.viewer)
    // 3 703.00 on 10 000 less 2 526.78 on the floor of 6 821 (domain 2.4).
    expect([amount, personalShare]).toEqual([370_300 - 252_678, 105_300 - 71_921])
    const whyOf = () => deriveFor(f.platform, unit.viewer, { refund: id })
    const why = await whyOf()
    expect([why.result.value, findFalseNodes(why)]).toEqual([amount, []])
    // Pension of the employer: 1 600.00 paid less 16 % of 6 821.00.
    expect(why.inputs[0]?.inputs.map(({ label, result }) => [label, result.value])).toEqual([
      ['PREMIUM_PAID', 160_000],
      ['PREMIUM_DUE', 109_136],
    ])
    await refundStep(f.platform, f.head, 'payOutRefund', payoutOf(id))
    expect(await whyOf()).toEqual(why)
    const rows = await monthRows(person, '2024-08')
    expect(rows.map(({ kind, status }) => [kind, status])).toEqual([
      ['NORMAL', 'PAID'],
      ['REFUND', 'REFUNDED'],
    ])
    expect(rows.reduce((sum, row) => sum + row.pensionBase, 0n)).toBe(682_100n)
    expect(rows[1]?.pensionEmployer).toBe(-(160_000n - 109_136n))

    const again = await refundStep(f.platform, unit.viewer, 'applyForRefund', monthOf(person, '2024-08', over))
    expect(again.refused).toEqual(['NOTHING_TOO_MUCH'])
    const rest = await approved(monthOf(person, '2024-08'), unit.viewer)
    expect(rest.amount).toBe(252_678)
    await refundStep(f.platform, f.head, 'payOutRefund', payoutOf(rest.id))
    expect((await monthRows(person, '2024-08')).map(({ kind, sequence, status }) => [kind, sequence, status])).toEqual([
      ['NORMAL', 0, 'REFUNDED'],
      ['REFUND', 0, 'REFUNDED'],
      ['REFUND', 1, 'REFUNDED'],
    ])
    const gone = await refundStep(f.platform, unit.viewer, 'applyForRefund', monthOf(person, '2024-08'))
    expect(gone.problems).toEqual([{ code: 'ALREADY_REFUNDED', amount: 370_300, reference: null }])
  })

  it('is refused for a wage that is not lower', async () => {
    const unit = await addUnit(f.platform, [1_000_000])
    await billMonth(f.platform, unit.employerId, '2024-08')
    const apply = (correctedWage: number) =>
      refundStep(
        f.platform,
        unit.viewer,
        'applyForRefund',
        monthOf(unit.individualIds[0], '2024-08', { reason: 'OVER_DECLARED', correctedWage }),
      )
    expect((await apply(1_000_000)).refused).toEqual(['NOTHING_TOO_MUCH'])
    expect((await apply(1_200_000)).refused).toEqual(['WAGE_NOT_LOWER'])
  })
})

describe('money that is no month’s', () => {
  it('an employer’s credit goes back once its debts are settled', async () => {
    const unit = await addUnit(f.platform, [1_000_000])
    await billMonth(f.platform, unit.employerId, '2024-08', { extra: 50_000 })
    const credit = { input: { source: 'CREDIT', reason: 'OVERPAID', explanation: '多缴的款项' } }
    expect(
      (await refundStep(f.platform, unit.viewer, 'applyForRefund', { input: { ...credit.input, amount: 50_001 } }))
        .problems,
    ).toEqual([{ code: 'EXCEEDS_RECEIVED', amount: 50_000, reference: null }])
    const { id, amount } = await approved(credit as never, unit.viewer)
    expect(amount).toBe(50_000)
    // The credit pays the next bill before the money leaves.
    await billMonth(f.platform, unit.employerId, '2024-09', {})
    expect((await refundStep(f.platform, f.head, 'payOutRefund', payoutOf(id))).problems).toEqual([])
    expect(await balance(`CREDIT:${unit.employerId}`)).toBe(0)
  })

  it('a credit that was spent meanwhile does not go back, and debts come first', async () => {
    const unit = await addUnit(f.platform, [1_000_000])
    await billMonth(f.platform, unit.employerId, '2024-08', { extra: 50_000 })
    const credit = { input: { source: 'CREDIT', reason: 'OVERPAID', explanation: '多缴的款项' } }
    const { id } = await approved(credit as never, unit.viewer)
    await billMonth(f.platform, unit.employerId, '2024-09', false)
    await receiveMoney(f.platform, {
      employerId: unit.employerId,
      amount: fen(1),
      valueDate: '2024-09-03',
      key: crypto.randomUUID(),
    })
    expect((await refundStep(f.platform, f.head, 'payOutRefund', payoutOf(id))).refused).toEqual([
      'MONEY_NOT_RECEIVED',
      'DEBT_OPEN',
    ])
    expect((await refundStep(f.platform, f.officer, 'rejectRefund', { id, reason: '已抵缴新账单' })).state).toBe(
      'REJECTED',
    )
    const debt = await refundStep(f.platform, unit.viewer, 'applyForRefund', credit)
    expect(debt.refused).toEqual(['MONEY_NOT_RECEIVED', 'DEBT_OPEN'])
  })
})

describe('who may', () => {
  it('only the employer’s own, and everyone else finds nothing', async () => {
    const unit = await addUnit(f.platform, [1_000_000])
    const other = await addUnit(f.platform, [1_000_000])
    await billMonth(f.platform, unit.employerId, '2024-08')
    const applied = await refundStep(
      f.platform,
      unit.viewer,
      'applyForRefund',
      monthOf(unit.individualIds[0], '2024-08'),
    )
    const look = 'query ($id: ID!) { refund(id: $id) { id guards { guard verdict } steps { state by } } }'
    expect((await ask(f.platform, unit.viewer, look, { id: applied.id })).errors).toEqual([])
    expect((await ask(f.platform, f.auditor, look, { id: applied.id })).errors).toEqual([])
    expect((await ask(f.platform, other.viewer, look, { id: applied.id })).errors).toEqual(['NOT_FOUND'])
    expect(
      (await ask(f.platform, insuredViewer(unit.individualIds[0] ?? ''), look, { id: applied.id })).errors,
    ).toEqual(['FORBIDDEN'])
    expect((await ask(f.platform, undefined, look, { id: applied.id })).errors).toEqual(['UNAUTHENTICATED'])
    const foreign = await refundStep(
      f.platform,
      other.viewer,
      'applyForRefund',
      monthOf(unit.individualIds[0], '2024-08'),
    )
    expect(foreign.refused).toEqual(['MONEY_NOT_RECEIVED'])
    expect((await refundStep(f.platform, other.viewer, 'confirmRefundReceipt', { id: applied.id })).refused).toEqual([
      'NOT_FOUND',
    ])
    expect(
      (await refundStep(f.platform, f.officer, 'applyForRefund', monthOf(unit.individualIds[0], '2024-08'))).refused,
    ).toEqual(['FORBIDDEN'])
    const mine = 'query { employer { refunds { edges { node { number } } } } }'
    const numbers = async (viewer: typeof unit.viewer) =>
      JSON.stringify((await ask(f.platform, viewer, mine)).data).match(/TF\d+/g) ?? []
    expect(await numbers(unit.viewer)).toHaveLength(1)
    expect(await numbers(other.viewer)).toHaveLength(0)
  })

  it('no step by who took another, whatever the roles, and none by the wrong role', async () => {
    const unit = await addUnit(f.platform, [1_000_000])
    await billMonth(f.platform, unit.employerId, '2024-08')
    const { id } = await refundStep(
      f.platform,
      unit.viewer,
      'applyForRefund',
      monthOf(unit.individualIds[0], '2024-08'),
    )
    const as = async (
      viewer: typeof f.head,
      name: Parameters<typeof refundStep>[2],
      variables: Record<string, unknown>,
    ) => (await refundStep(f.platform, viewer, name, variables)).refused
    for (const stranger of [unit.viewer, f.auditor]) {
      expect(await as(stranger, 'verifyRefund', verificationOf(id))).toEqual(['FORBIDDEN'])
      expect(await as(stranger, 'approveRefund', { id })).toEqual(['FORBIDDEN'])
      expect(await as(stranger, 'payOutRefund', payoutOf(id))).toEqual(['FORBIDDEN'])
      expect(await as(stranger, 'rejectRefund', { id, reason: '不同意' })).toEqual(['FORBIDDEN'])
    }
    expect(await as(f.head, 'approveRefund', { id })).toEqual(['NOT_IN_STATE'])
    expect(await as(f.head, 'payOutRefund', payoutOf(id))).toEqual(['NOT_IN_STATE'])
    expect(await as(f.head, 'verifyRefund', verificationOf(id))).toEqual([])
    expect(await as(f.officer, 'approveRefund', { id })).toEqual(['FORBIDDEN'])
    expect(await as(f.head, 'approveRefund', { id })).toEqual(['SAME_PERSON'])
    expect(await as(f.reviewer, 'approveRefund', { id })).toEqual([])
    for (const earlier of [f.head, f.reviewer])
      expect(await as(earlier, 'payOutRefund', payoutOf(id))).toEqual(['SAME_PERSON'])
    expect(await as(f.officer, 'payOutRefund', payoutOf(id))).toEqual([])
    expect(await as(f.officer, 'rejectRefund', { id, reason: '太晚了吧' })).toEqual(['NOT_IN_STATE'])
  })
})

describe('the guards', () => {
  it('an unpaid month, a drawn benefit, a missing receipt and another account each say so', async () => {
    const unit = await addUnit(f.platform, [1_000_000])
    const [person] = unit.individualIds
    await billMonth(f.platform, unit.employerId, '2024-08', false)
    const apply = (given: Record<string, unknown> = {}) =>
      refundStep(f.platform, unit.viewer, 'applyForRefund', monthOf(person, '2024-08', given))
    expect((await apply()).refused).toEqual(['MONEY_NOT_RECEIVED'])
    await receiveMoney(f.platform, {
      employerId: unit.employerId,
      amount: fen(370_300),
      valueDate: '2024-08-03',
      key: crypto.randomUUID(),
    })
    const { id } = await apply({ receiptSigned: false })
    expect((await apply()).refused).toEqual(['ALREADY_APPLIED'])
    const verify = (given = {}) => refundStep(f.platform, f.officer, 'verifyRefund', verificationOf(id, given))
    expect((await verify()).problems).toEqual([{ code: 'PERSONAL_RECEIPT_MISSING', amount: 105_300, reference: null }])
    expect((await refundStep(f.platform, unit.viewer, 'confirmRefundReceipt', { id })).refused).toEqual([])
    expect((await verify({ benefitDrawn: true })).refused).toEqual(['BENEFIT_DRAWN'])
    expect((await verify({ evidence: '无' })).refused).toEqual(['BAD_USER_INPUT'])
    expect((await verify()).state).toBe('VERIFIED')
    expect((await refundStep(f.platform, unit.viewer, 'confirmRefundReceipt', { id })).refused).toEqual([
      'NOT_IN_STATE',
    ])
    await refundStep(f.platform, f.reviewer, 'approveRefund', { id })
    expect(
      (await refundStep(f.platform, f.head, 'payOutRefund', payoutOf(id, { accountLast4: '0000' }))).refused,
    ).toEqual(['NOT_ORIGINAL_ACCOUNT'])
    expect(
      (await refundStep(f.platform, f.head, 'payOutRefund', payoutOf(id, { bankReference: ' ' }))).refused,
    ).toEqual(['BAD_USER_INPUT'])
    expect((await monthRows(person, '2024-08')).map(({ status }) => status)).toEqual(['PAID'])
  })

  it('one transfer at the bank belongs to one refund', async () => {
    const unit = await addUnit(f.platform, [1_000_000, 1_000_000])
    await billMonth(f.platform, unit.employerId, '2024-08')
    const [a, b] = [
      await approved(monthOf(unit.individualIds[0], '2024-08'), unit.viewer),
      await approved(monthOf(unit.individualIds[1], '2024-08'), unit.viewer),
    ]
    const payout = payoutOf(a.id)
    await refundStep(f.platform, f.head, 'payOutRefund', payout)
    expect((await refundStep(f.platform, f.head, 'payOutRefund', { ...payout, id: b.id })).refused).toEqual([
      'BANK_REFERENCE_USED',
    ])
  })

  it('two at once and a double click pay once', async () => {
    const unit = await addUnit(f.platform, [1_000_000])
    await billMonth(f.platform, unit.employerId, '2024-08')
    const apply = () => refundStep(f.platform, unit.viewer, 'applyForRefund', monthOf(unit.individualIds[0], '2024-08'))
    const applications = await Promise.all([apply(), apply(), apply()])
    expect(applications.filter(({ state }) => state === 'APPLIED')).toHaveLength(1)
    const id = applications.find(({ state }) => state === 'APPLIED')?.id ?? ''
    await refundStep(f.platform, f.officer, 'verifyRefund', verificationOf(id))
    await refundStep(f.platform, f.reviewer, 'approveRefund', { id })
    const bank = await balance('BANK:SANDBOX')
    const payout = payoutOf(id)
    const twice = await Promise.all([1, 2].map(() => refundStep(f.platform, f.head, 'payOutRefund', payout)))
    expect(twice.map(({ state }) => state)).toEqual(['PAID_OUT', 'PAID_OUT'])
    const another = await refundStep(
      f.platform,
      { ...f.head, accountId: crypto.randomUUID() },
      'payOutRefund',
      payoutOf(id),
    )
    expect(another.refused).toEqual(['NOT_IN_STATE'])
    expect(await balance('BANK:SANDBOX')).toBe(bank - 370_300)
  })
})
