import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { openFileStore } from '../../../platform/file-store.ts'
import type { Platform } from '../../../platform/platform.ts'
import { removeLoose } from './attachment.repository.ts'

/** Whoever handed a file in takes it away again, as long as nothing rests on it. Throws NOT_FOUND for any other. */
export async function withdrawAttachment(
  platform: Platform,
  viewer: Viewer | undefined,
  { id, origin }: { id: string; origin: string },
): Promise<void> {
  const { accountId, kind } = requireMay(viewer, 'attachment:hand-in')
  if (!isUuid(id)) throw notFound('attachment')
  await platform.database.transaction(async () => {
    if (!(await removeLoose(platform, accountId, id))) throw notFound('attachment')
    await platform.audit.record({
      actorKind: kind,
      actorId: accountId,
      origin,
      action: 'WITHDRAW_ATTACHMENT',
      recordType: 'Attachment',
      recordId: id,
    })
  })
  // The row says that it is gone; should this fail, the bytes are ones that nothing names.
  await openFileStore(platform.environment).remove(id)
}
