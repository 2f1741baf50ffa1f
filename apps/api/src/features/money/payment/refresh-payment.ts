import { requireMay } from '../../../access/permissions.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { civilDateAt } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { queryOrder } from '../bank/index.ts'
import { findPayment, listOpenPayments, markUnknown } from './payment.repository.ts'
import type { PaymentRow } from './payment.repository.ts'
import { sendDebit } from './send-debit.ts'
import { endUnsent, takeInOrder } from './take-in-order.ts'
import type { RefreshedState } from './take-in-order.ts'

/** Asks the bank how a payment stands, for a clerk who came back before the notification did. */
export async function refreshPayment(platform: Platform, viewer: Viewer, paymentId: string): Promise<string> {
  const payment = isUuid(paymentId) ? await findPayment(platform, paymentId) : null
  if (!payment?.noticeId) throw notFound('payment')
  requireMay(viewer, 'payment:refresh', payment, 'payment notice')
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
  if (answer.kind === 'ORDER') return takeInOrder(platform, payment, answer.order)
  if (answer.kind === 'NO_SUCH_ORDER') return endLostAttempt(platform, payment)
  await markUnknown(platform, payment.id)
  return 'UNKNOWN'
}

/**
 * The order never arrived. On the same day it can still be sent under its key, and a debit is, because nobody else will;
 * later the amount may have changed, so the attempt ends as the bank would have ended it.
 */
async function endLostAttempt(platform: Platform, payment: PaymentRow): Promise<RefreshedState> {
  if (civilDateAt(payment.createdAt) !== platform.clock.today())
    return endUnsent(platform, payment, { type: 'EXPIRED' })
  return payment.channel === 'AGREEMENT_DEBIT' ? sendDebit(platform, payment) : 'OPEN'
}
