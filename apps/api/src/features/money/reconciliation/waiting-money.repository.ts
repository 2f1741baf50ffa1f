import type { Platform } from '../../../platform/platform.ts'

/** Why money that came has settled nothing yet. */
export const waitingReasons = ['AMOUNT_DIFF', 'DUPLICATE', 'CLAIM_ASKED', 'SUGGESTED'] as const
export type WaitingReason = (typeof waitingReasons)[number]

export interface WaitingMoneyRow {
  id: string
  amount: bigint
  why: WaitingReason
  receivedOn: string | null
  reference: string | null
  noticeNumber: string | null
  day: string | null
}

/** More of it than any employer has at a time. */
const most = 50

/**
 * Money of an employer that no debt has taken: payments that were set aside, and lines that somebody wants to claim for it. With
 * `suggested` also lines that nobody has claimed and that the comparison thinks are its own.
 */
export function listWaitingMoney(
  { database }: Platform,
  employerId: string,
  suggested: boolean,
): Promise<WaitingMoneyRow[]> {
  return database.query<WaitingMoneyRow>(
    {
      name: 'reconciliation-waiting-money',
      gate: 'WAITING_MONEY',
      text: `SELECT payment.id, -SUM(entry.amount)::bigint AS amount, payment.failure AS why, payment.value_date AS "receivedOn",
          payment.bank_reference AS reference, notice.number AS "noticeNumber",
          (SELECT MIN(item.day) FROM reconciliation_item item WHERE item.payment_id = payment.id) AS day
        FROM payment
        JOIN ledger_transfer transfer ON transfer.payment_id = payment.id
        JOIN ledger_entry entry ON entry.transfer_id = transfer.id
        JOIN ledger_account account ON account.id = entry.account_id AND account.kind = 'SUSPENSE'
        LEFT JOIN payment_notice notice ON notice.id = payment.notice_id
        WHERE payment.employer_id = $1 AND payment.failure IN ('AMOUNT_DIFF', 'DUPLICATE')
        GROUP BY payment.id, notice.number HAVING SUM(entry.amount) < 0
      UNION ALL
      SELECT item.id, item.bank_amount, CASE WHEN item.claim_by IS NULL THEN 'SUGGESTED' ELSE 'CLAIM_ASKED' END, line.value_date,
          item.reference, notice.number, item.day
        FROM reconciliation_item item
        JOIN statement_entry line ON line.id = item.bank_entry_id
        LEFT JOIN payment_notice notice ON notice.id = item.notice_id
        WHERE item.employer_id = $1 AND item.resolution IS NULL AND item.outcome IN ('BANK_ONLY', 'DUPLICATE') AND item.bank_amount > 0
          AND (item.claim_by IS NOT NULL OR $2::boolean)
      ORDER BY 4, 1 LIMIT ${most}`,
    },
    [employerId, suggested],
  )
}
