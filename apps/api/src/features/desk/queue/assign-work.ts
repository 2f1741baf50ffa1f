import { may, requireMay, staffMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { listOfficePeople } from '../../../case/office-people.repository.ts'
import type { OfficePerson } from '../../../case/office-people.repository.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countInHand, findWaitingCase, writeAssignment } from './assignment.repository.ts'
import { changeAssignment, noteAssignment, untold } from './take-work.ts'
import type { AssignmentOrder, AssignmentResult } from './take-work.ts'
import { tellAssigned } from './tell-assigned.ts'
import { standingOf } from './waiting-lifecycle.ts'
import type { WaitingLifecycle, WorkStanding } from './waiting-lifecycle.ts'

/** A colleague to whom a case could be given: whether they may take its next step, and how much they have in hand. */
export interface Colleague extends OfficePerson {
  standing: WorkStanding
  inHand: number
}

/** Everybody who handles cases at all, as they stand to this one; nobody when it waits no longer. */
export async function readColleagues(
  platform: Platform,
  asker: Viewer | undefined,
  lifecycles: readonly WaitingLifecycle[],
  { lifecycle, caseId }: Pick<AssignmentOrder, 'lifecycle' | 'caseId'>,
): Promise<Colleague[]> {
  const viewer = requireMay(asker, 'work:assign')
  const kind = lifecycles.find(({ table }) => table.lifecycle === lifecycle)
  if (!kind || !may(viewer, kind.work.see)) return []
  const waiting = await findWaitingCase(platform, kind, caseId)
  if (!waiting) return []
  const [people, inHand] = [await listOfficePeople(platform), await countInHand(platform, lifecycles)]
  return people
    .filter(({ roles }) => staffMay(roles, 'work:take'))
    .map((person) => ({
      ...person,
      standing: standingOf(kind, waiting, person),
      inHand: inHand.get(person.account) ?? 0,
    }))
}

export interface AssignOrder extends AssignmentOrder {
  accountId: string
  /** Whose it was on the screen; nothing for nobody's. */
  owner: string | undefined
  reason: string
}

/** Gives a case to a named colleague, who must be able to take its next step. Both the new and the former owner are told. */
export function assignWork(
  platform: Platform,
  asker: Viewer | undefined,
  lifecycles: readonly WaitingLifecycle[],
  order: AssignOrder,
): Promise<AssignmentResult> {
  const viewer = requireMay(asker, 'work:assign')
  const reason = reasonOf(order)
  return changeAssignment(platform, viewer, lifecycles, order, async (row) => {
    if (row.ownerId === order.accountId) return row
    if ((row.ownerId ?? undefined) !== order.owner) return 'OWNED'
    const person = await personWhoMay(platform, lifecycles, order)
    if (!person) return 'MAY_NOT'
    const given = { by: viewer.accountId, reason }
    await writeAssignment(platform, row, { accountId: person.account, takenAt: platform.clock.now(), given })
    await noteAssignment(platform, viewer, order, { action: 'ASSIGN_WORK', row, owner: person.name, reason })
    const others = [person.account, row.ownerId].map((id) => (id === null || id === viewer.accountId ? undefined : id))
    await tellAssigned(platform, row, { owner: others[0], former: others[1] })
    return { ...row, ownerId: person.account, ownerName: person.name, ...untold, givenBecause: reason }
  })
}

function reasonOf({ reason }: AssignOrder): string {
  const text = reason.trim()
  const length = [...text].length
  if (length < 4 || length > 200) throw badInput('reason', 'A reason has 4 to 200 characters.')
  return text
}

async function personWhoMay(
  platform: Platform,
  lifecycles: readonly WaitingLifecycle[],
  { lifecycle, caseId, accountId }: AssignOrder,
): Promise<OfficePerson | undefined> {
  const kind = lifecycles.find(({ table }) => table.lifecycle === lifecycle)
  const waiting = kind && (await findWaitingCase(platform, kind, caseId))
  const person = (await listOfficePeople(platform)).find(({ account }) => account === accountId)
  return waiting && person && standingOf(kind, waiting, person) === 'MAY' ? person : undefined
}
