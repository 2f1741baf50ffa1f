import { civilDateAt, fen } from '@shebao/kernel'
import type { BankEvent } from '@shebao/bank-protocol'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { bookTransfer } from '../ledger/index.ts'
import { receiveMoney } from '../settlement/index.ts'
import { judgeReport, setAsideTransfer } from './bank-report.ts'
import type { ReportOutcome } from './bank-report.ts'
import { endInvalidAgreement } from '../agreement/index.ts'
import {
  findPaymentByKey,
  findSettlingSequence,
  hasEvent,
  insertNotification,
  lockNotice,
  updatePayment,
} from './payment.repository.ts'
import { reopenNotice } from '../debt/index.ts'
import type { LockedNotice, PaymentRow } from './payment.repository.ts'

/**
 * Takes in one genuine report of the bank, from a notification or from our own question, in one transaction: the
 * evidence, the payment, the notice, everyone's month and the ledger change together or not at all.
 */
export async function applyBankReport(platform: Platform, event: BankEvent): Promise<ReportOutcome> {
  return asOffice('MONEY_BOOK', () => platform.database.transaction(() => takeIn(platform, event)))
}

async function takeIn(platform: Platform, event: BankEvent): Promise<ReportOutcome> {
  const found = await findPaymentByKey(platform, event.key)
  const notice = found?.noticeId ? await lockNotice(platform, found.noticeId) : undefined
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

/**
 * The month counts as paid from here on, and only from here on. Late fees count up to the day the amount was asked: the bank
 * takes an order only while its amount holds.
 */
async function post(platform: Platform, payment: PaymentRow, notice: LockedNotice, event: BankEvent): Promise<void> {
  const { booked } = await receiveMoney(platform, {
    employerId: notice.employerId,
    amount: fen(Number(payment.amount)),
    valueDate: civilDateAt(payment.createdAt),
    key: payment.id,
    paymentId: payment.id,
    noticeId: notice.id,
    memo: { number: notice.number, channel: payment.channel },
  })
  if (!booked) throw new Error(`Payment ${payment.id} is in the ledger already.`)
  await updatePayment(platform, payment.id, { status: 'SUCCESS', failure: null, ...arrived(platform, event) })
}

const arrived = (platform: Platform, event: BankEvent) => ({
  bankReference: event.reference,
  valueDate: civilDateAt(new Date(event.occurredAt)),
  settledAt: platform.clock.now(),
})

/** Money came that cannot be posted: it stays visible in suspense until it is refunded, and the notice stays payable. */
async function setAside(
  platform: Platform,
  payment: PaymentRow,
  notice: LockedNotice,
  event: BankEvent,
  failure: string,
): Promise<void> {
  const asked = { paymentId: payment.id, number: notice.number, asked: Number(payment.amount) }
  await bookTransfer(platform, setAsideTransfer(asked, { amount: event.amount, failure, on: platform.clock.today() }))
  await updatePayment(platform, payment.id, { status: 'FAILED', failure, ...arrived(platform, event) })
  if (notice.postedOn === null) await reopenNotice(platform, notice.id)
}

async function fail(platform: Platform, payment: PaymentRow, notice: LockedNotice, failure: string): Promise<void> {
  await updatePayment(platform, payment.id, { status: 'FAILED', failure, settledAt: platform.clock.now() })
  if (failure === 'AGREEMENT_INVALID') await endInvalidAgreement(platform, payment)
  if (notice.postedOn === null) await reopenNotice(platform, notice.id)
}

function audit(
  platform: Platform,
  event: BankEvent,
  outcome: Exclude<ReportOutcome, 'REPEATED' | 'RECORDED'>,
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
