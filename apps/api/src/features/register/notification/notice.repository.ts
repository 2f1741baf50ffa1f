import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { NotificationRow } from './notification.repository.ts'
import { outsideOnly } from './templates.ts'

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
      text: `SELECT told.id::text, told.kind, told.params, told.created_at AS "createdAt", told.read_at AS "readAt" FROM notification told
        LEFT JOIN account ON account.id = told.account_id
        WHERE told.id = $1::uuid AND COALESCE(told.individual_id, account.individual_id) = $2::uuid AND NOT told.kind = ANY($3)`,
    },
    [id, individualId, outsideOnly],
  )
  return row
}
