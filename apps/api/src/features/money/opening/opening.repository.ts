import type { Platform } from '../../../platform/platform.ts'

/** Opening bills with anything booked but their opening, or an attempt to pay them. */
export async function countSettledOpenings({ database }: Platform, noticeIds: readonly string[]): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    {
      name: 'opening-settled',
      text: `SELECT count(*)::int AS count FROM unnest($1::uuid[]) AS notice(id)
        WHERE EXISTS (SELECT 1 FROM ledger_transfer transfer WHERE transfer.notice_id = notice.id AND transfer.idempotency_key <> 'charge:' || notice.id)
          OR EXISTS (SELECT 1 FROM payment WHERE payment.notice_id = notice.id)`,
    },
    [noticeIds],
  )
  return row?.count ?? 0
}

/** Employers whose opening credit is no longer there as a whole. */
export async function countSpentCredits(
  { database }: Platform,
  importId: string,
  employerIds: readonly string[],
): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    {
      name: 'opening-credit-spent',
      text: `SELECT count(*)::int AS count FROM unnest($2::uuid[]) AS unit(id)
        JOIN ledger_transfer opening ON opening.idempotency_key = 'opening:' || $1::text || ':' || unit.id
        JOIN ledger_entry entry ON entry.transfer_id = opening.id
        JOIN ledger_account account ON account.id = entry.account_id AND account.kind = 'CREDIT'
        WHERE (SELECT SUM(amount) FROM ledger_entry own WHERE own.account_id = account.id) > entry.amount`,
    },
    [importId, employerIds],
  )
  return row?.count ?? 0
}
