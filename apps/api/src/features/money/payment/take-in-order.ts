import type { OrderStatus, PaymentFailure } from '@shebao/bank-protocol'
import type { Platform } from '../../../platform/platform.ts'
import { applyBankReport } from './apply-bank-report.ts'
import type { PaymentRow } from './payment.repository.ts'

/** SETTLED: the payment has ended, well or not. OPEN: the bank has it and has not decided. UNKNOWN: the bank did not answer. */
export type RefreshedState = 'SETTLED' | 'OPEN' | 'UNKNOWN'

/** What the bank answers to our question or our order is taken in as the event it would have sent. */
export async function takeInOrder(
  platform: Platform,
  payment: PaymentRow,
  order: OrderStatus,
): Promise<RefreshedState> {
  if (order.state === 'OPEN') return 'OPEN'
  await applyBankReport(platform, {
    eventId: `asked:${payment.id}:${order.state}`,
    key: payment.idempotencyKey,
    sequence: Math.max(1, order.sequence),
    type: order.state,
    amount: order.paidAmount ?? Number(payment.amount),
    reference: order.reference,
    failure: order.failure,
    occurredAt: platform.clock.now().toISOString(),
  })
  return 'SETTLED'
}

/** Ends an attempt the bank never had, as the bank would have ended it. */
export async function endUnsent(
  platform: Platform,
  payment: PaymentRow,
  end: { type: 'EXPIRED' } | { type: 'FAILED'; failure: PaymentFailure },
): Promise<RefreshedState> {
  await applyBankReport(platform, {
    eventId: `lost:${payment.id}`,
    key: payment.idempotencyKey,
    sequence: 1,
    type: end.type,
    amount: Number(payment.amount),
    reference: null,
    failure: end.type === 'FAILED' ? end.failure : null,
    occurredAt: platform.clock.now().toISOString(),
  })
  return 'SETTLED'
}
