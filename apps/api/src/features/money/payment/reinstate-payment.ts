import { civilDateAt, fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { freshName } from '../ledger/index.ts'
import { receiveMoney } from '../settlement/index.ts'
import { findPayment } from './payment.repository.ts'
import { markPaymentReinstated } from './reversal.repository.ts'

/** MONEY_GONE: the bank has reported other money under its reference since. */
export type ReinstatedPayment = { kind: 'REINSTATED' } | { kind: 'REFUSED'; reason: 'NOT_REVERSIBLE' | 'MONEY_GONE' }

/**
 * A payment was taken back by mistake: its money counts again from its own day on and settles what its notice, or else its employer,
 * owes now. Papers that were withdrawn with it stay void; new ones can be printed.
 */
export async function reinstatePayment(
  platform: Platform,
  paymentId: string,
  bankReference: string,
): Promise<ReinstatedPayment> {
  const payment = await findPayment(platform, paymentId)
  if (payment?.failure !== 'REVERSED') return { kind: 'REFUSED', reason: 'NOT_REVERSIBLE' }
  if (!(await markPaymentReinstated(platform, paymentId, bankReference)))
    return { kind: 'REFUSED', reason: 'MONEY_GONE' }
  const { employerId, amount, noticeId, channel, createdAt, valueDate } = payment
  await receiveMoney(platform, {
    employerId,
    amount: fen(Number(amount)),
    valueDate: channel === 'BANK_TRANSFER' && valueDate ? valueDate : civilDateAt(createdAt),
    key: await freshName(platform, `reinstated:${paymentId}`, 'payment:'),
    paymentId,
    ...(noticeId === null ? {} : { noticeId }),
    memo: { channel, reference: bankReference },
  })
  return { kind: 'REINSTATED' }
}
