import { FILE_LIMITS } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { contentHash } from '../../../platform/crypto.ts'
import { openFileStore } from '../../../platform/file-store.ts'
import { scanFile } from '../../../platform/scan-file.ts'
import type { AuditEntry } from '../../../platform/audit.ts'
import type { Platform } from '../../../platform/platform.ts'
import { mediaTypeOf, mostBytes, tidyName } from './attachment-rules.ts'
import { countLoose, insertAttachment } from './attachment.repository.ts'
import type { AttachmentRow } from './attachment.repository.ts'

export const keepRefusals = ['EMPTY', 'TOO_LARGE', 'TYPE_NOT_TAKEN', 'INFECTED', 'TOO_MANY_LOOSE'] as const
export type KeepRefusal = (typeof keepRefusals)[number]

export type KeepOutcome = { kind: 'kept'; attachment: AttachmentRow } | { kind: 'refused'; code: KeepRefusal }

/** Files that one account may have handed in and not attached [PD]. */
const mostLoose = 30

export interface GivenFile {
  bytes: Uint8Array
  name: string
  origin: string
}

/**
 * Keeps a file that somebody hands in, sealed, as theirs alone until it is attached to something. What it is its bytes say. A
 * scanner that does not answer is a failure: nothing is kept unscanned where the office has one.
 */
export async function keepAttachment(
  platform: Platform,
  viewer: Viewer | undefined,
  file: GivenFile,
): Promise<KeepOutcome> {
  const { accountId, kind } = requireMay(viewer, 'attachment:hand-in')
  return keepFile(platform, { owner: accountId, actor: { actorKind: kind, actorId: accountId }, most: mostLoose }, file)
}

/** The same for somebody without an account who holds the key of an application: the file is the application's until it is sent. */
export function keepVisitorFile(platform: Platform, applicationId: string, file: GivenFile): Promise<KeepOutcome> {
  return keepFile(
    platform,
    { owner: applicationId, actor: { actorKind: 'ANONYMOUS' }, most: FILE_LIMITS.ofVisitor },
    file,
  )
}

interface Keeper {
  /** Whose it is until it is attached. */
  owner: string
  actor: Pick<AuditEntry, 'actorKind' | 'actorId'>
  most: number
}

async function keepFile(platform: Platform, { owner, actor, most }: Keeper, file: GivenFile): Promise<KeepOutcome> {
  const { bytes } = file
  if (bytes.length === 0) return { kind: 'refused', code: 'EMPTY' }
  if (bytes.length > mostBytes) return { kind: 'refused', code: 'TOO_LARGE' }
  const mediaType = await mediaTypeOf(bytes)
  if (!mediaType) return { kind: 'refused', code: 'TYPE_NOT_TAKEN' }
  if ((await countLoose(platform, owner)) >= most) return { kind: 'refused', code: 'TOO_MANY_LOOSE' }
  const scan = await scanFile(bytes, platform.environment)
  if (scan === 'INFECTED') return { kind: 'refused', code: 'INFECTED' }

  const id = crypto.randomUUID()
  // The bytes first: a row says that they are there. What a crash leaves behind is a file that nothing names.
  await openFileStore(platform.environment).put(id, platform.vault.sealBytes(bytes))
  const attachment = await platform.database.transaction(async () => {
    await platform.audit.record({
      ...actor,
      origin: file.origin,
      action: 'KEEP_ATTACHMENT',
      recordType: 'Attachment',
      recordId: id,
      change: { mediaType, bytes: bytes.length, scan },
    })
    return insertAttachment(platform, {
      id,
      name: tidyName(file.name),
      mediaType,
      bytes: bytes.length,
      sha256: contentHash(bytes),
      scan,
      uploadedBy: owner,
    })
  })
  return { kind: 'kept', attachment }
}
