import { FILE_LIMITS } from '@shebao/kernel'
import { badInput } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { keptUntil } from './attachment-rules.ts'
import type { RetentionClass } from './attachment-rules.ts'
import { attach, unlinkFiles } from './attachment.repository.ts'
import type { Subject } from './attachment.repository.ts'

/**
 * Attaches files that this viewer handed in, in the transaction of the step that needs them. Throws BAD_USER_INPUT that names
 * `field` when one of them is somebody else's, already attached, gone, or none.
 */
export function attachFiles(platform: Platform, viewer: Viewer, papers: Papers): Promise<void> {
  return attachOf(platform, viewer.accountId, papers, FILE_LIMITS.ofStep)
}

/**
 * The same where nothing may say who handed them in: from then on the files belong to the case itself, and no row leads from them to
 * an account.
 */
export async function attachUnlinked(platform: Platform, viewer: Viewer, papers: Papers): Promise<void> {
  await attachOf(platform, viewer.accountId, papers, FILE_LIMITS.ofStep)
  await unlinkFiles(platform, papers.subject)
}

/** The same of what a visitor handed in under an application. */
export function attachVisitorFiles(platform: Platform, applicationId: string, papers: Papers): Promise<void> {
  return attachOf(platform, applicationId, papers, FILE_LIMITS.ofVisitor)
}

interface Papers {
  field: string
  ids: readonly string[]
  subject: Subject
  retention: RetentionClass
}

async function attachOf(
  platform: Platform,
  owner: string,
  { field, ids, subject, retention }: Papers,
  most: number,
): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  if (wanted.length > most) throw badInput(field, `At most ${most} files.`)
  const attached = wanted.every(isUuid)
    ? await attach(platform, owner, wanted, subject, {
        retention,
        keptUntil: keptUntil(platform.clock.today(), retention),
      })
    : -1
  if (attached !== wanted.length) throw badInput(field, 'One of these files is not there any more. Hand it in again.')
}
