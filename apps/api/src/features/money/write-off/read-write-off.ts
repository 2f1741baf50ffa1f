import { notFound } from '../../../access/refusal.ts'
import { requireStaff, requireUuid } from '../../../access/require-viewer.ts'
import type { Viewer } from '../../../graphql/context.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readingRoles } from './write-off.policy.ts'
import { findWriteOff } from './write-off.repository.ts'
import type { WriteOffRow } from './write-off.repository.ts'

export async function readWriteOff(platform: Platform, viewer: Viewer | undefined, id: string): Promise<WriteOffRow> {
  requireStaff(viewer, readingRoles)
  const writeOff = await findWriteOff(platform, requireUuid(id, 'write-off'))
  if (!writeOff) throw notFound('write-off')
  return writeOff
}
