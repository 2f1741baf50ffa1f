import type { OwnedRow, Permission } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { SubjectKind } from './attachment-rules.ts'

/** Who reads what is attached to such a thing: whoever may read the thing itself. */
export interface AttachmentSubject {
  permission: Permission
  /** Whose it is; nothing when it does not exist. */
  owner: (platform: Platform, id: string) => Promise<OwnedRow | undefined>
  /**
   * In place of both, where who handed it in is nobody's business but a few people's: the trail of reading it then names neither the
   * kind nor the thing.
   */
  mayRead?: (platform: Platform, viewer: Viewer, id: string) => Promise<boolean>
  /** With `mayRead`, where it is no secret what the file hangs on: the trail names it all the same. */
  traced?: boolean
}

/** Each feature names its own; nothing here knows them. */
const subjects = new Map<string, AttachmentSubject>()

export function addAttachmentSubject(kind: SubjectKind, subject: AttachmentSubject): void {
  if (subjects.has(kind)) throw new Error(`two features answer for attachments of ${kind}`)
  subjects.set(kind, subject)
}

export const attachmentSubject = (kind: string): AttachmentSubject | undefined => subjects.get(kind)
