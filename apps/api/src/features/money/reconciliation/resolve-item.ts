import { isCivilDate, isUuid } from '../../../graphql/scalars.ts'
import type { Viewer } from '../../../graphql/context.ts'
import type { Platform } from '../../../platform/platform.ts'
import { lockDay } from './day.repository.ts'
import { findItem, updateItem } from './item-view.repository.ts'
import type { ItemRow } from './item-view.repository.ts'
import { bookResolution } from './book-resolution.ts'
import { actingRole, requireStaff } from '../../../access/require-viewer.ts'
import { workingRoles } from './reconciliation.policy.ts'
import { resolvable } from './item-decision.ts'
import type { ItemOutcome, ItemRefusal, ResolveInput } from './item-decision.ts'
import { resolutionsFor } from './resolutions.ts'
import type { Resolution } from './resolutions.ts'

const note = { min: 4, max: 300 }

/**
 * A person settles an item: the decision, its reason and what it moves in the ledger, in one transaction under the day's lock.
 * A reversal is only asked for here; a second person confirms it.
 */
export function resolveItem(platform: Platform, viewer: Viewer | undefined, input: ResolveInput): Promise<ItemOutcome> {
  const actor = requireStaff(viewer, workingRoles)
  return inItemsDay(platform, input.itemId, async (item) => {
    const { resolution } = input
    // Only the comparison itself says that two sides match.
    if (resolution === 'MATCHED') return { kind: 'REFUSED', reason: 'NOT_OFFERED', item }
    const refusal = refuseInput(item, input)
    if (refusal) return { kind: 'REFUSED', reason: refusal, item }
    const reason = input.note.trim()
    if (resolution === 'REVERSE') {
      await updateItem(platform, item.id, { reverseBy: actor.accountId, reverseAt: platform.clock.now(), note: reason })
    } else {
      const booked = await bookResolution(platform, item, { ...input, note: reason })
      if (booked.kind === 'REFUSED') return { kind: 'REFUSED', reason: booked.reason, item }
      await updateItem(platform, item.id, {
        resolution,
        note: reason,
        resolvedBy: actor.accountId,
        resolvedAt: platform.clock.now(),
        ...booked.changes,
      })
    }
    await recordStep(platform, actor, item, resolution === 'REVERSE' ? 'REVERSAL_ASKED' : resolution, reason)
    return { kind: 'RESOLVED', item: await getItem(platform, item.id) }
  })
}

/** Reads the item under its day's lock, and only while the day is open. */
export function inItemsDay(
  platform: Platform,
  itemId: string,
  work: (item: ItemRow) => Promise<ItemOutcome>,
): Promise<ItemOutcome> {
  return platform.database.transaction(async () => {
    const found = isUuid(itemId) ? await findItem(platform, itemId) : undefined
    if (!found) return { kind: 'REFUSED', reason: 'NO_SUCH_ITEM', item: null }
    const day = await lockDay(platform, found.day)
    // Again under the lock: another person or file may have been first.
    const item = await findItem(platform, itemId)
    if (!item) return { kind: 'REFUSED', reason: 'NO_SUCH_ITEM', item: null }
    if (day?.status !== 'OPEN') return { kind: 'REFUSED', reason: 'DAY_CLOSED', item }
    if (item.resolution !== null) return { kind: 'REFUSED', reason: 'ALREADY_RESOLVED', item }
    return work(item)
  })
}

function refuseInput(item: ItemRow, input: ResolveInput): ItemRefusal | undefined {
  if (!resolutionsFor(resolvable(item)).includes(input.resolution) || item.reverseBy !== null) return 'NOT_OFFERED'
  const { length } = [...input.note.trim()]
  if (length < note.min || length > note.max) return 'NOTE_MISSING'
  if (input.resolution === 'BOOKED_OTHER_DAY' && (!isCivilDate(input.otherDay) || input.otherDay === item.day))
    return 'OTHER_DAY_MISSING'
  return undefined
}

export async function getItem(platform: Platform, id: string): Promise<ItemRow> {
  const item = await findItem(platform, id)
  if (!item) throw new Error(`Reconciliation item ${id} disappeared.`)
  return item
}

export function recordStep(
  platform: Platform,
  actor: Viewer,
  item: ItemRow,
  step: Exclude<Resolution, 'MATCHED'> | 'REVERSAL_ASKED' | 'REVERSAL_DECLINED',
  reason: string | undefined,
): Promise<void> {
  return platform.audit.record({
    actorKind: 'STAFF',
    actorId: actor.accountId,
    role: actingRole(actor, workingRoles),
    origin: 'web',
    action: `RECONCILIATION_${step}`,
    recordType: 'ReconciliationItem',
    recordId: item.id,
    reason,
    change: {
      day: item.day,
      outcome: item.outcome,
      reference: item.reference,
      system: item.systemAmount === null ? null : Number(item.systemAmount),
      bank: item.bankAmount === null ? null : Number(item.bankAmount),
    },
  })
}
