import type { Viewer } from '../../../access/viewer.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { isUuid, requireUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { markRead } from '../../../telling/notification-state.repository.ts'
import { countUnread, listNotifications } from './notification.repository.ts'
import type { InboxOwner, NotificationKey, NotificationRow } from './notification.repository.ts'
import { outsideOnly } from './templates.ts'

/** A bell that shows 99+ needs to know no more. */
const mostCounted = 100
const mostAtOnce = 100

function ownerOf(asker: Viewer | undefined): InboxOwner {
  const viewer = requireMay(asker, 'notification:read')
  return { accountId: viewer.accountId, employerId: viewer.kind === 'EMPLOYER' ? viewer.employerId : null }
}

export interface InboxQuery extends KeysetArgs {
  unreadOnly?: boolean | null | undefined
}

/** What the viewer was told, newest first. */
export async function readInbox(
  platform: Platform,
  asker: Viewer | undefined,
  query: InboxQuery,
): Promise<NotificationRow[]> {
  const owner = ownerOf(asker)
  const selection = { unread: query.unreadOnly ?? false, hidden: outsideOnly }
  return listNotifications(platform, owner, selection, readTimeCursor(query), pageSize(query) + 1)
}

export const timeKey = ({ createdAt, id }: NotificationKey) => [createdAt.toISOString(), id]

export function readTimeCursor(query: KeysetArgs): NotificationKey | undefined {
  const values = decodeCursor(query, 2)
  if (!values) return undefined
  const [at, id] = values.map(String)
  const createdAt = new Date(at ?? '')
  if (Number.isNaN(createdAt.getTime()) || id === undefined || !isUuid(id))
    throw badInput('after', 'This is no cursor of this list.')
  return { createdAt, id }
}

export async function readUnreadCount(platform: Platform, asker: Viewer | undefined): Promise<number> {
  return countUnread(platform, ownerOf(asker), outsideOnly, mostCounted)
}

/** Marks these as read, or all; another's are left as they are, as if they did not exist. */
export async function markInboxRead(
  platform: Platform,
  asker: Viewer | undefined,
  ids: readonly string[] | undefined,
): Promise<number> {
  const owner = ownerOf(asker)
  if (ids && ids.length > mostAtOnce) throw badInput('ids', `At most ${mostAtOnce} at once.`)
  await markRead(
    platform,
    owner,
    ids?.map((id) => requireUuid(id, 'notification')),
  )
  return readUnreadCount(platform, asker)
}
