import type { Platform } from '../../../platform/platform.ts'

export interface UnpaidNotice {
  id: string
  employerId: string
  number: string
  period: string
  /** Fen that are not settled. */
  open: bigint
  dueOn: string
}

/** Notices with something open whose last day lies between two days, by their last day. */
export function listUnpaidNotices(
  { database }: Platform,
  { from, to }: { from: string; to: string },
  after: Pick<UnpaidNotice, 'dueOn' | 'id'> | undefined,
  limit: number,
): Promise<UnpaidNotice[]> {
  return database.query<UnpaidNotice>(
    {
      name: 'debt-unpaid-notices',
      // Nothing of an unpaid notice is settled, so its total is what is open; of the others the ledger says it.
      text: `SELECT * FROM (SELECT id, employer_id AS "employerId", number, period, due_on AS "dueOn",
          CASE WHEN status = 'UNPAID' THEN total ELSE COALESCE((SELECT sum(share.outstanding) FROM notice_share_balance share
            WHERE share.notice_id = notice.id), 0)::bigint END AS open
        FROM payment_notice notice WHERE status IN ('UNPAID', 'SENT_TO_BANK', 'PARTIALLY_PAID') AND due_on BETWEEN $1 AND $2
          AND ($3::text IS NULL OR (due_on, id) > ($3, $4::uuid))) found
        WHERE open > 0 ORDER BY "dueOn", id LIMIT $5`,
    },
    [from, to, after?.dueOn ?? null, after?.id ?? null, limit],
  )
}
