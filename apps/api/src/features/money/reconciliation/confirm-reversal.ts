import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { reversePayment } from '../payment/index.ts'
import { updateItem } from './item-view.repository.ts'
import { getItem, inItemsDay, recordStep } from './resolve-item.ts'
import type { ItemOutcome } from './item-decision.ts'

/** The second person takes the payment back: its notices are open and its months unpaid again. */
export function confirmReversal(platform: Platform, viewer: Viewer | undefined, itemId: string): Promise<ItemOutcome> {
  const actor = requireMay(viewer, 'reconciliation:confirm-reversal')
  return inItemsDay(platform, itemId, async (item) => {
    if (item.reverseBy === null || item.paymentId === null) return { kind: 'REFUSED', reason: 'NOT_REQUESTED', item }
    if (item.reverseBy === actor.accountId) return { kind: 'REFUSED', reason: 'SAME_PERSON', item }
    const reversed = await reversePayment(platform, item.paymentId, item.note ?? '')
    if (reversed.kind === 'REFUSED') return { kind: 'REFUSED', reason: reversed.reason, item }
    await updateItem(platform, item.id, {
      resolution: 'REVERSE',
      resolvedBy: actor.accountId,
      resolvedAt: platform.clock.now(),
    })
    await recordStep(platform, actor, item, 'REVERSE', item.note ?? undefined)
    return { kind: 'RESOLVED', item: await getItem(platform, item.id) }
  })
}

/** Whoever asked thinks better of it, or somebody else says no: the item is open as before. */
export function declineReversal(platform: Platform, viewer: Viewer | undefined, itemId: string): Promise<ItemOutcome> {
  const actor = requireMay(viewer, 'reconciliation:decline-reversal')
  return inItemsDay(platform, itemId, async (item) => {
    if (item.reverseBy === null) return { kind: 'REFUSED', reason: 'NOT_REQUESTED', item }
    await updateItem(platform, item.id, { reverseBy: null, reverseAt: null, note: null })
    await recordStep(platform, actor, item, 'REVERSAL_DECLINED', item.note ?? undefined)
    return { kind: 'RESOLVED', item: await getItem(platform, item.id) }
  })
}
