import type { Platform } from '../../../platform/platform.ts'

/** Takes a free or stale hold and renews one's own; somebody else's stays. */
export async function takeHold(
  { database }: Platform,
  declarationId: string,
  accountId: string,
  { now, staleBefore }: { now: Date; staleBefore: Date },
): Promise<void> {
  await database.query(
    {
      name: 'review-hold-take',
      text: `INSERT INTO review_hold (declaration_id, account_id, held_since, seen_at) VALUES ($1, $2, $3::timestamp, $3::timestamp)
      ON CONFLICT (declaration_id) DO UPDATE SET account_id = EXCLUDED.account_id, seen_at = EXCLUDED.seen_at,
        held_since = CASE WHEN review_hold.account_id = EXCLUDED.account_id AND review_hold.seen_at >= $4
          THEN review_hold.held_since ELSE EXCLUDED.held_since END
      WHERE review_hold.account_id = EXCLUDED.account_id OR review_hold.seen_at < $4`,
    },
    [declarationId, accountId, now, staleBefore],
  )
}

export interface HoldRow {
  accountId: string
  holderName: string
  heldSince: Date
}

export async function findHold({ database }: Platform, declarationId: string): Promise<HoldRow | undefined> {
  const [hold] = await database.query<HoldRow>(
    {
      name: 'review-hold-find',
      text: `SELECT h.account_id AS "accountId", COALESCE(a.display_name, '') AS "holderName", h.held_since AS "heldSince"
      FROM review_hold h LEFT JOIN account a ON a.id = h.account_id WHERE h.declaration_id = $1`,
    },
    [declarationId],
  )
  return hold
}

export async function releaseHold({ database }: Platform, declarationId: string, accountId: string): Promise<void> {
  await database.query(
    {
      name: 'review-hold-release',
      text: 'DELETE FROM review_hold WHERE declaration_id = $1 AND account_id = $2',
    },
    [declarationId, accountId],
  )
}
