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

/** Whether money of these notices went back to a person: then it cannot be taken back from the notice as well. */
export async function haveRefundedMonths({ database }: Platform, noticeIds: readonly string[]): Promise<boolean> {
  const found = await database.prisma.premiumPayment.count({
    where: { noticeId: { in: [...noticeIds] }, kind: 'REFUND' },
  })
  return found > 0
}
