import type { Platform } from '../../../platform/platform.ts'

/** How often the job debits one notice before it leaves it to the employer [PD]. */
export const debitsPerNotice = 3

/** 35 characters at most, so that it fits a bank statement's end-to-end identification. */
export function debitKey(noticeId: string, attempt: number): string {
  return `${debitKeyPrefix(noticeId)}${attempt}`
}

const debitKeyPrefix = (noticeId: string) => `AD${noticeId.replaceAll('-', '')}`

export interface NoticeToDebit {
  id: string
  /** How often the job has debited it so far. */
  debits: number
}

/** Due, unpaid, without a payment under way, of an employer with an agreement in force; not those that had their turn today. */
export async function listNoticesToDebit(
  { database }: Platform,
  page: { today: string; after: string | undefined; limit: number },
): Promise<NoticeToDebit[]> {
  return database.query<NoticeToDebit>(
    {
      name: 'billing-notices-to-debit',
      text: `SELECT notice.id, tries.debits FROM payment_notice notice
      JOIN debit_agreement agreement ON agreement.employer_id = notice.employer_id AND agreement.status = 'ACTIVE'
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS debits, max((created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai')::date::text) AS last_on
        FROM payment WHERE notice_id = notice.id AND idempotency_key LIKE 'AD' || replace(notice.id::text, '-', '') || '_'
      ) tries
      WHERE notice.status IN ('UNPAID', 'PARTIALLY_PAID') AND notice.due_on <= $1 AND notice.posted_on IS NULL
        AND tries.debits < $2 AND (tries.last_on IS NULL OR tries.last_on < $1) AND ($3::uuid IS NULL OR notice.id > $3)
      ORDER BY notice.id LIMIT $4`,
    },
    [page.today, debitsPerNotice, page.after ?? null, page.limit],
  )
}

/** How often and when last the job debited a notice. */
export async function findDebitTries(
  { database }: Platform,
  noticeId: string,
): Promise<{ count: number; lastOn: string | null }> {
  const [row] = await database.query<{ count: number; last_on: string | null }>(
    {
      name: 'billing-debit-tries',
      text: `SELECT count(*)::int AS count, max((created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai')::date::text) AS last_on
      FROM payment WHERE notice_id = $1 AND idempotency_key LIKE $2`,
    },
    [noticeId, `${debitKeyPrefix(noticeId)}_`],
  )
  return { count: row?.count ?? 0, lastOn: row?.last_on ?? null }
}
