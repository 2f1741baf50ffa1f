import { contentHash } from '../../../platform/crypto.ts'
import { openFileStore } from '../../../platform/file-store.ts'
import type { Platform } from '../../../platform/platform.ts'
import { scanFile } from '../../../platform/scan-file.ts'
import { keptUntil, mediaTypeOf } from './attachment-rules.ts'
import type { MediaType, RetentionClass } from './attachment-rules.ts'
import { insertAttachment } from './attachment.repository.ts'
import type { Subject } from './attachment.repository.ts'

/**
 * Keeps a file that comes with a step of somebody who has no account, attached from the beginning: within the step's transaction, whose
 * trail says who brought it. It stands under the account that had them asked. Undefined when it is not what it should be, or infected.
 */
export async function keepWithStep(
  platform: Platform,
  {
    bytes,
    name,
    mediaType,
    subject,
    retention,
    underAccount,
  }: {
    bytes: Uint8Array
    name: string
    mediaType: MediaType
    subject: Subject
    retention: RetentionClass
    underAccount: string
  },
): Promise<string | undefined> {
  if ((await mediaTypeOf(bytes)) !== mediaType) return undefined
  const scan = await scanFile(bytes, platform.environment)
  if (scan === 'INFECTED') return undefined
  const id = crypto.randomUUID()
  // The bytes first: a row says that they are there. What an undone step leaves behind is a file that nothing names.
  await openFileStore(platform.environment).put(id, platform.vault.sealBytes(bytes))
  await insertAttachment(platform, {
    id,
    name,
    mediaType,
    bytes: bytes.length,
    sha256: contentHash(bytes),
    scan,
    uploadedBy: underAccount,
    subjectKind: subject.kind,
    subjectId: subject.id,
    employerId: subject.employerId,
    retention,
    keptUntil: keptUntil(platform.clock.today(), retention),
  })
  return id
}
