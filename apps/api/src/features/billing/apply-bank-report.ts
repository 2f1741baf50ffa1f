import { fen, subtractFen } from '@shebao/premium'
import type { Fen, Insurance } from '@shebao/premium'
import type { BankEvent } from '@shebao/sandbox-bank/protocol'
import type { Platform } from '../../platform/platform.ts'
import { judgeReport } from './bank-report.ts'
import type { ReportOutcome } from './bank-report.ts'
import { bankAccount, bookTransfer, lateFeeFund, receivableOf, suspense } from './ledger/ledger.ts'
import type { Entry } from './ledger/ledger.ts'
import {
  findPaymentByKey,
  findSettlingSequence,
  hasEvent,
  insertNotification,
  listNoticeLines,
  lockNotice,
  markMonthsPaid,
  updateNotice,
  updatePayment,
} from './payment.repository.ts'
import type { LockedNotice, PaymentRow } from './payment.repository.ts'

/**
 * Takes in one genuine report of the bank, from a notification or from our own question, in one transaction: the
 * evidence, the payment, the notice, everyone's month and the ledger change together or not at all.
 */
export async function applyBankReport(platform: Platform, event: BankEvent): Promise<ReportOutcome> {
  return platform.database.transaction(async () => {
    const found = await findPaymentByKey(platform, event.key)
    const notice = found ? await lockNotice(platform, found.noticeId) : undefined
    // Read again under the lock: another report may have settled it meanwhile.
    const payment = notice ? await findPaymentByKey(platform, event.key) : undefined
    const outcome = payment && notice ? await settle(platform, payment, notice, event) : 'UNKNOWN_PAYMENT'
    await insertNotification(platform, {
      eventId: event.eventId,
      paymentId: payment?.id,
      outcome,
      body: { ...event },
      receivedAt: platform.clock.now(),
    })
    if (outcome !== 'REPEATED' && outcome !== 'RECORDED') await audit(platform, event, outcome, payment ?? undefined)
    return outcome
  })
}

async function settle(
  platform: Platform,
  payment: PaymentRow,
  notice: LockedNotice,
  event: BankEvent,
): Promise<ReportOutcome> {
  if (await hasEvent(platform, event.eventId)) return 'REPEATED'
  const verdict = judgeReport(
    {
      status: payment.status,
      amount: Number(payment.amount),
      bankReference: payment.bankReference,
      settledBySequence: await findSettlingSequence(platform, payment.id),
      noticePosted: notice.postedOn !== null,
    },
    event,
  )
  if (verdict === 'POSTED') await post(platform, payment, notice, event)
  if (verdict === 'AMOUNT_DIFF' || verdict === 'DUPLICATE') await setAside(platform, payment, notice, event, verdict)
  if (verdict === 'FAILED') await fail(platform, payment, notice, event.failure ?? event.type)
  return verdict === 'FAILED' ? 'RECORDED' : verdict
}

/** The month counts as paid from here on, and only from here on. */
async function post(platform: Platform, payment: PaymentRow, notice: LockedNotice, event: BankEvent): Promise<void> {
  const postedOn = platform.clock.today()
  const amount = fen(Number(payment.amount))
  const lateFee = subtractFen(amount, fen(Number(notice.employerTotal + notice.personalTotal)))
  const receivable = receivableOf(notice.employerId)
  const common = { occurredOn: postedOn, noticeId: notice.id, paymentId: payment.id, memo: { number: notice.number } }
  await bookTransfer(platform, {
    ...common,
    kind: 'LATE_FEE',
    key: `late-fee:${notice.id}`,
    entries: [
      { account: receivable, amount: lateFee, period: notice.period, side: 'EMPLOYER' },
      { account: lateFeeFund, amount: negative(lateFee), period: notice.period, side: 'EMPLOYER' },
    ],
  })
  const booked = await bookTransfer(platform, {
    ...common,
    kind: 'PAYMENT',
    key: `payment:${notice.id}`,
    entries: [
      { account: bankAccount, amount, period: notice.period },
      ...(await settledShares(platform, notice, lateFee)),
    ],
  })
  if (!booked) throw new Error(`Notice ${notice.number} has a payment in the ledger already.`)
  await updatePayment(platform, payment.id, {
    status: 'SUCCESS',
    failure: null,
    bankReference: event.reference,
    settledAt: platform.clock.now(),
  })
  await updateNotice(platform, notice.id, {
    status: 'POSTED',
    postedOn,
    lateFee: BigInt(lateFee),
    total: BigInt(amount),
  })
  await markMonthsPaid(platform, notice.id, postedOn)
}

/** A payment is in full, so it clears every share of the notice and the late fee. */
async function settledShares(platform: Platform, notice: LockedNotice, lateFee: Fen): Promise<Entry[]> {
  const account = receivableOf(notice.employerId)
  const lines = await listNoticeLines(platform, notice.id)
  const shares = lines.flatMap((line) =>
    (['EMPLOYER', 'PERSONAL'] as const).map((side): Entry => ({
      account,
      period: notice.period,
      insurance: line.insurance as Insurance,
      side,
      amount: negative(fen(Number(side === 'EMPLOYER' ? line.employer : line.personal))),
    })),
  )
  return [...shares, { account, amount: negative(lateFee), period: notice.period, side: 'EMPLOYER' }]
}

/** Money came that cannot be posted: it stays visible in suspense until it is refunded, and the notice stays payable. */
async function setAside(
  platform: Platform,
  payment: PaymentRow,
  notice: LockedNotice,
  event: BankEvent,
  failure: string,
): Promise<void> {
  const amount = fen(event.amount)
  await bookTransfer(platform, {
    kind: 'SUSPENSE',
    key: `suspense:${payment.id}`,
    occurredOn: platform.clock.today(),
    paymentId: payment.id,
    memo: { number: notice.number, reason: failure, asked: Number(payment.amount) },
    entries: [
      { account: bankAccount, amount },
      { account: suspense, amount: negative(amount) },
    ],
  })
  await updatePayment(platform, payment.id, {
    status: 'FAILED',
    failure,
    bankReference: event.reference,
    settledAt: platform.clock.now(),
  })
  if (notice.postedOn === null) await updateNotice(platform, notice.id, { status: 'UNPAID' })
}

async function fail(platform: Platform, payment: PaymentRow, notice: LockedNotice, failure: string): Promise<void> {
  await updatePayment(platform, payment.id, { status: 'FAILED', failure, settledAt: platform.clock.now() })
  if (notice.postedOn === null) await updateNotice(platform, notice.id, { status: 'UNPAID' })
}

const negative = (amount: Fen): Fen => subtractFen(fen(0), amount)

function audit(
  platform: Platform,
  event: BankEvent,
  outcome: ReportOutcome,
  payment: PaymentRow | undefined,
): Promise<void> {
  return platform.audit.record({
    actorKind: 'SYSTEM',
    origin: 'bank',
    action: `PAYMENT_${outcome}`,
    recordType: payment ? 'Payment' : 'BankNotification',
    recordId: payment?.id ?? event.eventId,
    change: { type: event.type, amount: event.amount, sequence: event.sequence },
  })
}
