import { notFound } from '../../../access/refusal.ts'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAttachmentSubject } from '../../register/attachment/index.ts'
import { findWriteOff } from './write-off.repository.ts'
import type { WriteOffRow } from './write-off.repository.ts'

addAttachmentSubject('WRITE_OFF', { permission: 'write-off:read', owner: findWriteOff })

export async function readWriteOff(platform: Platform, viewer: Viewer | undefined, id: string): Promise<WriteOffRow> {
  requireMay(viewer, 'write-off:read')
  const writeOff = await findWriteOff(platform, requireUuid(id, 'write-off'))
  if (!writeOff) throw notFound('write-off')
  return writeOff
}
