import type { Platform } from '../../../platform/platform.ts'

export interface HistoryRow {
  seq: string
  at: Date
  action: string
  bySelf: boolean
  /** Null for the person of the account, and for nobody who was signed in. */
  byName: string | null
  reason: string | null
  change: unknown
}

/** What stands in the trail about this account, newest first. */
export async function listAccountHistory(
  { database }: Platform,
  accountId: string,
  { beforeSeq, limit }: { beforeSeq: string | undefined; limit: number },
): Promise<HistoryRow[]> {
  return database.query<HistoryRow>(
    {
      name: 'account-history',
      gate: 'READINGS',
      text: `SELECT e.seq::text AS seq, e.at, e.action, e.reason, e.change, e.actor_id IS NOT DISTINCT FROM $1::uuid AS "bySelf",
        CASE WHEN e.actor_id IS DISTINCT FROM $1::uuid THEN actor.display_name END AS "byName"
      FROM audit_event e LEFT JOIN account actor ON actor.id = e.actor_id
      WHERE e.record_type = 'Account' AND e.record_id = $1::text AND ($2::bigint IS NULL OR e.seq < $2::bigint)
      ORDER BY e.seq DESC LIMIT $3`,
    },
    [accountId, beforeSeq ?? null, limit],
  )
}
