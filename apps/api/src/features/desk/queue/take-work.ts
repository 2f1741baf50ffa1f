import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { askerOf, workItem } from './read-work.ts'
import type { WorkItem } from './read-work.ts'
import type { WaitingLifecycle } from './waiting-lifecycle.ts'
import { removeAssignment, writeAssignment } from './assignment.repository.ts'
import { tellAssigned } from './tell-assigned.ts'
import { findWork } from './work.repository.ts'
import type { WorkRow } from './work.repository.ts'

/**
 * OWNED: a colleague has it. MOVED_ON: it waits no longer, or in another state than the screen shows. MAY_NOT: whoever would have it
 * may not take its next step.
 */
export const assignmentOutcomes = ['DONE', 'OWNED', 'MOVED_ON', 'MAY_NOT'] as const
export type AssignmentOutcome = (typeof assignmentOutcomes)[number]
export interface AssignmentResult {
  outcome: AssignmentOutcome
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
  return changeAssignment(platform, viewer, lifecycles, order, async (row) => {
    if (row.ownerId === viewer.accountId) return row
    if (row.ownerId !== null) return 'OWNED'
    await writeAssignment(platform, row, { accountId: viewer.accountId, takenAt: platform.clock.now() })
    await noteAssignment(platform, viewer, order, { action: 'TAKE_WORK', row })
    return ownedBy(row, viewer)
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
  return changeAssignment(platform, viewer, lifecycles, order, async (row) => {
    if (row.ownerId === null) return row
    if (row.ownerId !== viewer.accountId && !viewer.roles.includes('HEAD')) return 'OWNED'
    await removeAssignment(platform, row)
    const former = row.ownerName ?? undefined
    await noteAssignment(platform, viewer, order, { action: 'RELEASE_WORK', row, owner: former })
    return { ...row, ownerId: null, ownerName: null, ...untold }
  })
}

/** What a colleague has left lying becomes this person's, if they can take its next step; the former owner is told. */
export function takeOverWork(
  platform: Platform,
  asker: Viewer | undefined,
  lifecycles: readonly WaitingLifecycle[],
  order: AssignmentOrder & { readonly owner: string },
): Promise<AssignmentResult> {
  const viewer = requireMay(asker, 'work:take')
  return changeAssignment(platform, viewer, lifecycles, order, async (row) => {
    if (row.ownerId === viewer.accountId) return row
    if (row.ownerId !== order.owner || !row.stale) return 'OWNED'
    if (row.standing !== 'MAY') return 'MAY_NOT'
    await writeAssignment(platform, row, { accountId: viewer.accountId, takenAt: platform.clock.now() })
    await noteAssignment(platform, viewer, order, { action: 'TAKE_OVER_WORK', row, owner: row.ownerName ?? undefined })
    await tellAssigned(platform, row, { former: row.ownerId })
    return ownedBy(row, viewer)
  })
}

/** What is said no more of a case that changed hands. */
export const untold = { givenBecause: null, ruleNumber: null, inTurn: null, stale: false, standIn: false } as const

/** The row after somebody took it. */
const ownedBy = (row: WorkRow, { accountId, displayName }: StaffMember): WorkRow => ({
  ...row,
  ownerId: accountId,
  ownerName: displayName,
  ...untold,
})

/** `write` gives the row as it is afterwards, or why it stays as it is. */
export function changeAssignment(
  platform: Platform,
  viewer: StaffMember,
  lifecycles: readonly WaitingLifecycle[],
  order: AssignmentOrder,
  write: (row: WorkRow) => Promise<WorkRow | AssignmentOutcome>,
): Promise<AssignmentResult> {
  return platform.database.transaction(async () => {
    const row = await findWork(platform, lifecycles, await askerOf(platform, viewer, lifecycles), order)
    if (row?.state !== order.state) return { outcome: 'MOVED_ON', item: row && workItem(platform, viewer, row) }
    const after = await write(row)
    return typeof after === 'string'
      ? { outcome: after, item: workItem(platform, viewer, row) }
      : { outcome: 'DONE', item: workItem(platform, viewer, after) }
  })
}

export interface AssignmentNote {
  action: AuditAction
  row: WorkRow
  /** Who had it, or who has it now, by name. */
  owner?: string | undefined
  reason?: string | undefined
}

export function noteAssignment(
  platform: Platform,
  viewer: StaffMember,
  { origin }: AssignmentOrder,
  { action, row: { lifecycle, caseId, state }, owner, reason }: AssignmentNote,
): Promise<void> {
  return platform.audit.record({
    actorKind: 'STAFF',
    actorId: viewer.accountId,
    role: actingRole(viewer, action === 'ASSIGN_WORK' ? 'work:assign' : 'work:take'),
    origin,
    action,
    recordType: 'Work',
    recordId: caseId,
    ...(reason === undefined ? {} : { reason }),
    change: { lifecycle, status: state, ...(owner === undefined ? {} : { owner }) },
  })
}
