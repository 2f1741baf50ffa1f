import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { askerOf, workItem } from './read-work.ts'
import type { WorkItem } from './read-work.ts'
import type { WaitingLifecycle } from './waiting-lifecycle.ts'
import { findWork, removeAssignment, writeAssignment } from './work.repository.ts'
import type { WorkRow } from './work.repository.ts'

/** OWNED: a colleague has it. MOVED_ON: it waits no longer, or in another state than the screen shows. */
export const assignmentOutcomes = ['DONE', 'OWNED', 'MOVED_ON'] as const
export interface AssignmentResult {
  outcome: (typeof assignmentOutcomes)[number]
  /** As it stands now; nothing when it waits no longer. */
  item: WorkItem | undefined
}

export interface AssignmentOrder {
  lifecycle: string
  caseId: string
  /** The state the screen shows. */
  state: string
  origin: string
}

/** Makes a waiting case this person's: colleagues see whose it is. Nobody is locked out by it; the status table alone decides. */
export function takeWork(
  platform: Platform,
  asker: Viewer | undefined,
  lifecycles: readonly WaitingLifecycle[],
  order: AssignmentOrder,
): Promise<AssignmentResult> {
  const viewer = requireMay(asker, 'work:take')
  return change(platform, viewer, lifecycles, order, async (row) => {
    if (row.ownerId === viewer.accountId) return row
    if (row.ownerId !== null) return undefined
    await writeAssignment(platform, row, viewer.accountId, platform.clock.now())
    await note(platform, viewer, order, 'TAKE_WORK', row)
    return { ...row, ownerId: viewer.accountId, ownerName: viewer.displayName }
  })
}

/** Gives a case back to everybody. The head may do so for somebody who is away. */
export function releaseWork(
  platform: Platform,
  asker: Viewer | undefined,
  lifecycles: readonly WaitingLifecycle[],
  order: AssignmentOrder,
): Promise<AssignmentResult> {
  const viewer = requireMay(asker, 'work:take')
  return change(platform, viewer, lifecycles, order, async (row) => {
    if (row.ownerId === null) return row
    if (row.ownerId !== viewer.accountId && !viewer.roles.includes('HEAD')) return undefined
    await removeAssignment(platform, row)
    await note(platform, viewer, order, 'RELEASE_WORK', row)
    return { ...row, ownerId: null, ownerName: null }
  })
}

/** `write` gives the row as it is afterwards, or nothing when a colleague has it. */
function change(
  platform: Platform,
  viewer: StaffMember,
  lifecycles: readonly WaitingLifecycle[],
  order: AssignmentOrder,
  write: (row: WorkRow) => Promise<WorkRow | undefined>,
): Promise<AssignmentResult> {
  return platform.database.transaction(async () => {
    const row = await findWork(platform, lifecycles, askerOf(platform, viewer, lifecycles), order)
    if (row?.state !== order.state) return { outcome: 'MOVED_ON', item: row && workItem(platform, viewer, row) }
    const after = await write(row)
    return { outcome: after ? 'DONE' : 'OWNED', item: workItem(platform, viewer, after ?? row) }
  })
}

function note(
  platform: Platform,
  viewer: StaffMember,
  { origin }: AssignmentOrder,
  action: AuditAction,
  { lifecycle, caseId, state, ownerName }: WorkRow,
): Promise<void> {
  return platform.audit.record({
    actorKind: 'STAFF',
    actorId: viewer.accountId,
    role: actingRole(viewer, 'work:take'),
    origin,
    action,
    recordType: 'Work',
    recordId: caseId,
    change: { lifecycle, status: state, ...(action === 'RELEASE_WORK' && ownerName ? { owner: ownerName } : {}) },
  })
}
