import type { Platform } from '../../../platform/platform.ts'
import { withdrawDocuments } from '../../register/paper/index.ts'
import { bookTransfers, creditOf, listTransfersToReverse, lockBalance, mirrorOf } from '../ledger/index.ts'
import type { BookedTransfer } from '../ledger/index.ts'
import { allocateCredit } from '../settlement/index.ts'
import { findPayment } from './payment.repository.ts'
import { haveRefundedMonths, lockNoticesOf, markPaymentReversed } from './reversal.repository.ts'
import { reopenNoticesFromLedger } from '../debt/index.ts'
import { reopenMonthsFromLedger } from '../month/index.ts'

/** NOT_POSTED: there is nothing to take back. CREDIT_SPENT: what was left of it was refunded since. */
export type ReversedPayment =
  | { kind: 'REVERSED'; notices: number }
  | { kind: 'REFUSED'; reason: 'NOT_POSTED' | 'CREDIT_SPENT' }

/** What the money left to the employer's credit was paid out since. */
export class CreditSpent extends Error {}

/**
 * Takes a payment back that the bank never got: every entry of it is mirrored, its notices are open and its people's months
 * unpaid again, and its receipt and the vouchers issued for it are void. What the money left to the employer's credit may have
 * settled other debts since; those are taken back too, newest first, and what is then left is allocated again. All of it or nothing.
 */
export async function reversePayment(platform: Platform, paymentId: string, reason: string): Promise<ReversedPayment> {
  try {
    return await platform.database.transaction(() => reverse(platform, paymentId, reason))
  } catch (error) {
    if (error instanceof CreditSpent) return { kind: 'REFUSED', reason: 'CREDIT_SPENT' }
    throw error
  }
}

async function reverse(platform: Platform, paymentId: string, reason: string): Promise<ReversedPayment> {
  const found = await findPayment(platform, paymentId)
  if (!found) return { kind: 'REFUSED', reason: 'NOT_POSTED' }
  const { employerId } = found
  await lockNoticesOf(platform, employerId)
  await lockBalance(platform, creditOf(employerId).code)
  const own = await listTransfersToReverse(platform, { employerId, paymentId })
  if (found.status !== 'SUCCESS' || !own.some(({ kind }) => kind === 'PAYMENT'))
    return { kind: 'REFUSED', reason: 'NOT_POSTED' }
  const { notices, allocateAgain } = await unwind(platform, { employerId, own, reason })
  // From here on nobody prints a receipt; one that is being printed has been waited for and is withdrawn with the others.
  await markPaymentReversed(platform, paymentId)
  await withdrawDocuments(platform, { kind: 'PAYMENT_RECEIPT', subjectIds: [paymentId] })
  await allocateAgain(`after-reversal:${own[0]?.id ?? paymentId}`)
  return { kind: 'REVERSED', notices }
}

/**
 * Mirrors these transfers and whatever the credit that they made has settled since; what they settled is open and unpaid again, and
 * the vouchers of it are void. What is then left is allocated when the caller has put its own house in order.
 */
export async function unwind(
  platform: Platform,
  { employerId, own, reason }: { employerId: string; own: readonly BookedTransfer[]; reason: string },
) {
  await bookTransfers(
    platform,
    own.map((transfer) => mirrorOf(transfer, { reason })),
  )
  const others = await unwindCredit(platform, employerId, reason)
  const noticeIds = [...new Set([...own, ...others].flatMap(({ noticeId }) => noticeId ?? []))]
  if (await haveRefundedMonths(platform, noticeIds)) throw new CreditSpent()
  await reopenNoticesFromLedger(platform, noticeIds)
  await reopenMonthsFromLedger(platform, noticeIds)
  await withdrawDocuments(platform, { kind: 'PAYMENT_VOUCHER', subjectIds: noticeIds })
  const [last] = others
  return {
    notices: noticeIds.length,
    async allocateAgain(key: string): Promise<void> {
      if (last) await allocateCredit(platform, { employerId, valueDate: last.occurredOn, key })
    },
  }
}

/** Takes back what the credit settled since, until no more is spent than there is. */
async function unwindCredit(platform: Platform, employerId: string, reason: string): Promise<BookedTransfer[]> {
  const credit = creditOf(employerId).code
  let overdrawn = await lockBalance(platform, credit)
  if (overdrawn <= 0n) return []
  const taken: BookedTransfer[] = []
  const candidates = await listTransfersToReverse(platform, { employerId, paymentId: null })
  const byKey = new Map(candidates.map((transfer) => [transfer.key, transfer]))
  for (const allocation of candidates) {
    if (overdrawn <= 0n) break
    const spent = allocation.entries.find(({ account }) => account.code === credit)
    if (allocation.kind !== 'ALLOCATION' || !spent) continue
    // The late fee became due with the money and goes with it.
    const fee = byKey.get(allocation.key.replace(/^allocation:/, 'late-fee:'))
    taken.push(allocation, ...(fee ? [fee] : []))
    overdrawn -= BigInt(spent.amount)
  }
  if (overdrawn > 0n) throw new CreditSpent()
  await bookTransfers(
    platform,
    taken.map((transfer) => mirrorOf(transfer, { reason })),
  )
  return taken
}
