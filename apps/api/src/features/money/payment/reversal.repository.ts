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

/** Sets notices and their people's months to what the ledger now says of them. */
export async function reopenFromLedger({ database }: Platform, noticeIds: readonly string[]): Promise<void> {
  await database.query(
    {
      name: 'billing-reopen-from-ledger',
      text: `UPDATE payment_notice notice SET
        status = CASE WHEN share.outstanding = 0 THEN notice.status WHEN share.settled > 0 THEN 'PARTIALLY_PAID' ELSE 'UNPAID' END,
        posted_on = CASE WHEN share.outstanding = 0 THEN notice.posted_on END,
        late_fee = share.late_fee, total = employer_total + personal_total + share.late_fee
      FROM (SELECT notice_id, SUM(outstanding) AS outstanding, SUM(settled) AS settled,
          COALESCE(SUM(charged) FILTER (WHERE insurance IS NULL), 0)::bigint AS late_fee
        FROM notice_share_balance WHERE notice_id = ANY($1::uuid[]) GROUP BY notice_id) share
      WHERE notice.id = share.notice_id`,
    },
    [noticeIds],
  )
  await database.query(
    {
      name: 'billing-months-unpaid',
      text: `UPDATE premium_payment month SET status = 'UNPAID', posted_on = NULL
      FROM (SELECT notice_id, SUM(outstanding) FILTER (WHERE insurance IS NOT NULL) AS principal
        FROM notice_share_balance WHERE notice_id = ANY($1::uuid[]) GROUP BY notice_id) share
      WHERE month.notice_id = share.notice_id AND share.principal > 0 AND month.status IN ('PAID', 'BACK_PAID')`,
    },
    [noticeIds],
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
