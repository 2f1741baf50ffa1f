import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { NotificationRow } from './notification.repository.ts'
import { outsideOnly } from './templates.ts'

const told = `notification told LEFT JOIN account ON account.id = told.account_id`
const columns = `told.id::text, told.kind, told.params, told.created_at AS "createdAt", told.read_at AS "readAt"`

/** What a person was told and has not read, newest first. */
export function listUnreadOfPerson(
  { database }: Platform,
  individualId: string,
  limit: number,
): Promise<NotificationRow[]> {
  return database.query<NotificationRow>(
    {
      name: 'unread-of-person',
      // Through the account, which has an index; who has none yet is told by themselves.
      text: `SELECT ${columns} FROM ${told}
        WHERE (told.account_id = (SELECT id FROM account WHERE individual_id = $1::uuid) OR told.individual_id = $1::uuid)
          AND told.read_at IS NULL AND NOT told.kind = ANY($2) ORDER BY told.created_at DESC, told.id DESC LIMIT $3`,
    },
    [individualId, outsideOnly, limit],
  )
}

/** What an insured person was told in their inbox; another's is not found, and so is what no inbox shows. */
export async function findNoticeOfPerson(
  { database }: Platform,
  individualId: string,
  id: string,
): Promise<NotificationRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<NotificationRow>(
    {
      name: 'notice-of-person',
      text: `SELECT ${columns} FROM ${told}
        WHERE told.id = $1::uuid AND COALESCE(told.individual_id, account.individual_id) = $2::uuid AND NOT told.kind = ANY($3)`,
    },
    [id, individualId, outsideOnly],
  )
  return row
}
