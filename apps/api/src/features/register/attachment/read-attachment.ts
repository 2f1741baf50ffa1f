import { may } from '../../../access/permissions.ts'
import { notFound, unauthenticated } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { openFileStore } from '../../../platform/file-store.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachmentSubject } from './attachment-subjects.ts'
import { findAttachment } from './attachment.repository.ts'
import type { AttachmentRow } from './attachment.repository.ts'

/** The file, for whoever may read what it is attached to, or handed it in; written into the trail. Throws NOT_FOUND. */
export async function readAttachment(
  platform: Platform,
  asker: Viewer | undefined,
  { id, origin }: { id: string; origin: string },
): Promise<{ attachment: AttachmentRow; bytes: Uint8Array }> {
  const { viewer, attachment } = await requireReadable(platform, asker, id)
  const bytes = platform.vault.openBytes(await openFileStore(platform.environment).get(id))
  await platform.audit.record({
    actorKind: viewer.kind,
    actorId: viewer.accountId,
    origin,
    action: 'READ_ATTACHMENT',
    recordType: 'Attachment',
    recordId: id,
    ...(attachment.subjectKind && attachment.subjectId && namedInTrail(attachment.subjectKind)
      ? { change: { subjectKind: attachment.subjectKind, subjectId: attachment.subjectId } }
      : {}),
  })
  return { attachment, bytes }
}

/** Unless who handed it in is nobody's business. */
function namedInTrail(kind: string): boolean {
  const subject = attachmentSubject(kind)
  return subject?.mayRead === undefined || subject.traced === true
}

/** The file as it is known, for whoever may read it. Throws NOT_FOUND for everybody else. */
export async function requireReadable(
  platform: Platform,
  viewer: Viewer | undefined,
  id: string,
): Promise<{ viewer: Viewer; attachment: AttachmentRow }> {
  if (viewer?.stage !== 'FULL') throw unauthenticated()
  const attachment = isUuid(id) ? await findAttachment(platform, id) : undefined
  if (!attachment || attachment.removedAt || !(await mayRead(platform, viewer, attachment)))
    throw notFound('attachment')
  return { viewer, attachment }
}

async function mayRead(platform: Platform, viewer: Viewer, { uploadedBy, subjectKind, subjectId }: AttachmentRow) {
  if (subjectKind === null || subjectId === null) return uploadedBy === viewer.accountId
  const subject = attachmentSubject(subjectKind)
  if (subject?.mayRead) return subject.mayRead(platform, viewer, subjectId)
  const owner = await subject?.owner(platform, subjectId)
  return subject !== undefined && owner !== undefined && may(viewer, subject.permission, owner)
}
