import type { Platform } from '../../../platform/platform.ts'

/** Every notice of an employer, paid or not, held until the transaction ends; in the order everyone locks them. */
export async function lockNoticesOf({ database }: Platform, employerId: string): Promise<void> {
  await database.query(
    {
      name: 'billing-lock-notices-of',
      text: 'SELECT id FROM payment_notice WHERE employer_id = $1 ORDER BY id FOR UPDATE',
    },
    [employerId],
  )
}

/** The bank's reference goes back: should the money come after all, it is new money. */
export async function markPaymentReversed({ database }: Platform, paymentId: string): Promise<void> {
  await database.prisma.payment.update({
    where: { id: paymentId },
    data: { status: 'FAILED', failure: 'REVERSED', bankReference: null },
  })
}

/** The same backwards; false when other money carries the reference by now, or the payment is none that was taken back. */
export async function markPaymentReinstated(
  { database }: Platform,
  paymentId: string,
  bankReference: string,
): Promise<boolean> {
  if ((await database.prisma.payment.count({ where: { bankReference } })) > 0) return false
  const { count } = await database.prisma.payment.updateMany({
    where: { id: paymentId, failure: 'REVERSED' },
    data: { status: 'SUCCESS', failure: null, bankReference },
  })
  return count === 1
}

/** Whether money of these notices went back to a person: then it cannot be taken back from the notice as well. */
export async function haveRefundedMonths({ database }: Platform, noticeIds: readonly string[]): Promise<boolean> {
  const found = await database.prisma.premiumPayment.count({
    where: { noticeId: { in: [...noticeIds] }, kind: 'REFUND' },
  })
  return found > 0
}
