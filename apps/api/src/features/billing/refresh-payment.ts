import type { BankEvent, OrderStatus } from '@shebao/sandbox-bank/protocol'
import type { Viewer } from '../../graphql/context.ts'
import { notFound } from '../../graphql/errors.ts'
import { civilDate } from '../../platform/clock.ts'
import type { Platform } from '../../platform/platform.ts'
import { applyBankReport } from './apply-bank-report.ts'
import { queryOrder } from './bank-client.ts'
import { isUuid, requireOwnNotice } from './billing.policy.ts'
import { findPayment, listOpenPayments, markUnknown } from './payment.repository.ts'
import type { PaymentRow } from './payment.repository.ts'

/** SETTLED: the payment has ended, well or not. OPEN: the bank waits for the clerk. UNKNOWN: the bank did not answer. */
export type RefreshedState = 'SETTLED' | 'OPEN' | 'UNKNOWN'

/** Asks the bank how a payment stands, for a clerk who came back before the notification did. */
export async function refreshPayment(platform: Platform, viewer: Viewer, paymentId: string): Promise<string> {
  const payment = isUuid(paymentId) ? await findPayment(platform, paymentId) : null
  if (!payment?.noticeId) throw notFound('payment')
  requireOwnNotice(viewer, payment)
  await refreshFromBank(platform, payment)
  return payment.noticeId
}

/** For the job: every attempt that has been open for a while. Returns how many have ended. */
export async function refreshOpenPayments(platform: Platform, olderThanSeconds: number): Promise<number> {
  const before = new Date(platform.clock.now().getTime() - olderThanSeconds * 1000)
  let settled = 0
  for (const payment of await listOpenPayments(platform, before, 200)) {
    if ((await refreshFromBank(platform, payment)) === 'SETTLED') settled += 1
  }
  return settled
}

export async function refreshFromBank(platform: Platform, payment: PaymentRow): Promise<RefreshedState> {
  if (payment.status !== 'SENT_TO_BANK' && payment.status !== 'UNKNOWN') return 'SETTLED'
  const answer = await queryOrder(platform, payment.idempotencyKey)
  if (answer.kind === 'ORDER' && answer.order.state === 'OPEN') return 'OPEN'
  if (answer.kind === 'ORDER') {
    await applyBankReport(platform, eventOf(platform, payment, answer.order))
    return 'SETTLED'
  }
  if (answer.kind === 'NO_SUCH_ORDER') return endLostAttempt(platform, payment)
  await markUnknown(platform, payment.id)
  return 'UNKNOWN'
}

/**
 * The order never arrived. On the same day it can still be sent under its key; later the amount may have changed, so the
 * attempt ends as the bank would have ended it.
 */
async function endLostAttempt(platform: Platform, payment: PaymentRow): Promise<RefreshedState> {
  if (civilDate(payment.createdAt) === platform.clock.today()) return 'OPEN'
  await applyBankReport(platform, {
    eventId: `lost:${payment.id}`,
    key: payment.idempotencyKey,
    sequence: 1,
    type: 'EXPIRED',
    amount: Number(payment.amount),
    reference: null,
    failure: null,
    occurredAt: platform.clock.now().toISOString(),
  })
  return 'SETTLED'
}

/** What the bank answers to our question, as the event it would have sent. */
function eventOf(platform: Platform, payment: PaymentRow, order: OrderStatus): BankEvent {
  const type = order.state === 'PAID' || order.state === 'EXPIRED' ? order.state : 'FAILED'
  return {
    eventId: `asked:${payment.id}:${type}`,
    key: payment.idempotencyKey,
    sequence: Math.max(1, order.sequence),
    type,
    amount: order.paidAmount ?? Number(payment.amount),
    reference: order.reference,
    failure: order.failure,
    occurredAt: platform.clock.now().toISOString(),
  }
}
