import type { Audit } from '../platform/audit.ts'
import type { AuditAction, AuditChange, AuditRecordType } from '../platform/audit-vocabulary.ts'
import type { Platform } from '../platform/platform.ts'
import { actingRole } from './permissions.ts'
import type { Permission } from './permission-table.ts'
import type { Viewer } from './viewer.ts'

export interface ReadSubject {
  action: AuditAction
  recordType: AuditRecordType
  recordId: string
  change?: AuditChange
}

/** The caller's address as a keyed hash, made only for what is written down. */
export type ReadFrom = Parameters<Audit['recordRead']>[1]

/**
 * That somebody looked at people's data, whoever it was: each person may see who looked at theirs (PIPL 44, 45). Looked at again within
 * the hour it is one reading.
 */
export async function noteRead(
  platform: Platform,
  viewer: Viewer,
  permission: Permission,
  subject: ReadSubject,
  from: ReadFrom,
): Promise<void> {
  await platform.audit.recordRead(
    { actorKind: viewer.kind, actorId: viewer.accountId, role: actingRole(viewer, permission), ...subject },
    from,
  )
}
