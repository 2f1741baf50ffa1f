import type { Platform } from '../platform/platform.ts'

/** Those of an account that are not read yet, or all of them; a clerk's only of the employer acted for. Gives how many it marked. */
export async function markRead(
  { database, clock }: Platform,
  { accountId, employerId }: { accountId: string; employerId: string | null },
  ids: readonly string[] | undefined,
): Promise<number> {
  const marked = await database.query(
    {
      name: 'notification-mark-read',
      text: `UPDATE notification SET read_at = $3 WHERE account_id = $1 AND (employer_id IS NULL OR employer_id = $2)
        AND read_at IS NULL AND ($4::uuid[] IS NULL OR id = ANY($4)) RETURNING id`,
    },
    [accountId, employerId, clock.now(), ids ?? null],
  )
  return marked.length
}

/** What a person was told before there was an account stands in its inbox from now on. */
export async function takeOverNotifications(
  { database }: Platform,
  { accountId, individualId }: { accountId: string; individualId: string },
): Promise<void> {
  await database.query(
    {
      name: 'notification-take-over',
      // What was told twice, while the account was being made, stays where it is.
      text: `UPDATE notification waiting SET account_id = $1, individual_id = NULL WHERE individual_id = $2 AND NOT EXISTS (
        SELECT FROM notification known WHERE known.account_id = $1 AND known.kind = waiting.kind AND known.key = waiting.key)`,
    },
    [accountId, individualId],
  )
}

/** Of no use to anybody any more; deliveries go with them. Gives how many went. */
export async function removeNotificationsBefore({ database }: Platform, before: Date, limit: number): Promise<number> {
  const removed = await database.query(
    {
      name: 'notification-remove-old',
      text: `DELETE FROM notification WHERE id IN (
        SELECT id FROM notification WHERE created_at < $1 ORDER BY created_at LIMIT $2) RETURNING id`,
    },
    [before, limit],
  )
  return removed.length
}
