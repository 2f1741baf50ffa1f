import type { Platform } from '../../../platform/platform.ts'
import type { NotificationKind } from '../../../telling/notification-codes.ts'
import type { Told } from '../../../telling/telling.ts'

export type NotificationRow = Told & {
  id: string
  createdAt: Date
  readAt: Date | null
}

/** Whose inbox: a clerk's shows what concerns the employer the session acts for, and the account itself. */
export interface InboxOwner {
  accountId: string
  employerId: string | null
}

export interface NotificationKey {
  createdAt: Date
  id: string
}

/** Newest first. */
export function listNotifications(
  { database }: Platform,
  { accountId, employerId }: InboxOwner,
  { unread, hidden }: { unread: boolean; hidden: readonly NotificationKind[] },
  before: NotificationKey | undefined,
  limit: number,
): Promise<NotificationRow[]> {
  return database.query<NotificationRow>(
    {
      name: 'notification-list',
      text: `SELECT id, kind, params, created_at AS "createdAt", read_at AS "readAt" FROM notification
        WHERE account_id = $1 AND (employer_id IS NULL OR employer_id = $2) AND NOT kind = ANY($3) AND (NOT $4::bool OR read_at IS NULL)
          AND ($5::timestamp IS NULL OR (created_at, id) < ($5, $6::uuid))
        ORDER BY created_at DESC, id DESC LIMIT $7`,
    },
    [accountId, employerId, hidden, unread, before?.createdAt ?? null, before?.id ?? null, limit],
  )
}

/** Unread ones, as far as anybody counts them. */
export async function countUnread(
  { database }: Platform,
  { accountId, employerId }: InboxOwner,
  hidden: readonly NotificationKind[],
  atMost: number,
): Promise<number> {
  const [counted] = await database.query<{ unread: number }>(
    {
      name: 'notification-count-unread',
      text: `SELECT count(*)::int AS unread FROM (SELECT FROM notification WHERE account_id = $1
        AND (employer_id IS NULL OR employer_id = $2) AND NOT kind = ANY($3) AND read_at IS NULL LIMIT $4) found`,
    },
    [accountId, employerId, hidden, atMost],
  )
  return counted?.unread ?? 0
}
