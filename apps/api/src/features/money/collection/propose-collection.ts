import { randomBytes } from 'node:crypto'
import { actingRole } from '../../../access/permissions.ts'
import type { Permission } from '../../../access/permissions.ts'
import type { StaffMember } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { CollectionGround } from './collection-codes.ts'
import { insertCollectionCase } from './collection.repository.ts'
import type { CollectionCaseRow } from './collection.repository.ts'

export interface ProposedCollection {
  /** Of the register; nothing where the unit is not in it. */
  employerId: string | null
  unitName: string
  ground: CollectionGround
  fromPeriod: string
  toPeriod: string
  /** What was found; names nobody. */
  grounds: string
}

/**
 * Proposes a case to the collection office, within the step that found what it says. It keeps nothing of where it came from: what
 * the unit is told of it later cannot lead back there.
 */
export async function proposeCollectionCase(
  platform: Platform,
  { actor, permission, origin }: { actor: StaffMember; permission: Permission; origin: string },
  proposed: ProposedCollection,
): Promise<CollectionCaseRow> {
  const today = platform.clock.today().replaceAll('-', '')
  const row = await insertCollectionCase(platform, {
    ...proposed,
    // Random, so that no gap in a row of numbers says how many there are.
    number: `ZJ${today}${randomBytes(4).toString('hex').toUpperCase()}`,
    proposedBy: actor.accountId,
    proposedAt: platform.clock.now(),
  })
  await platform.audit.record({
    actorKind: actor.kind,
    actorId: actor.accountId,
    role: actingRole(actor, permission),
    origin,
    action: 'COLLECTION_CASE_PROPOSED',
    recordType: 'CollectionCase',
    recordId: row.id,
    change: { number: row.number, ground: proposed.ground },
  })
  return row
}
