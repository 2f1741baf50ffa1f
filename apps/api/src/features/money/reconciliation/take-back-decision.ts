import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { reversePayment } from '../payment/index.ts'
import type { ItemDecision } from './confirm-reversal.ts'
import { claimsMoney } from './item-decision.ts'
import type { ItemOutcome } from './item-decision.ts'
import { unlinkEntries } from './item.repository.ts'
import type { ItemRow } from './item-view.repository.ts'
import { takeItemStep } from './take-item-step.ts'
import type { ItemWritten } from './take-item-step.ts'
import { listDecisionsInTheWay } from './undo.repository.ts'

const note = { min: 4, max: 300 }

/** A decision was wrong and its day is still open: what it moved is mirrored in the ledger, and the item is open as before. */
export async function takeBackDecision(
  platform: Platform,
  viewer: Viewer | undefined,
  { reason: typed, ...decision }: ItemDecision & { reason: string },
): Promise<ItemOutcome> {
  const actor = requireMay(viewer, 'reconciliation:take-back')
  const reason = typed.trim()
  const { length } = [...reason]
  if (length < note.min || length > note.max) return { kind: 'REFUSED', reason: 'NOTE_MISSING', item: null }
  return takeItemStep(platform, {
    ...decision,
    actor,
    event: 'TAKE_BACK',
    action: 'RECONCILIATION_TAKEN_BACK',
    reason,
    facts: (item) => ({ item }),
    write: (item) => takeBack(platform, item, reason),
  })
}

const undecided = {
  resolution: null,
  note: null,
  resolvedBy: null,
  resolvedAt: null,
  claimBy: null,
  claimAt: null,
} as const

async function takeBack(platform: Platform, item: ItemRow, reason: string): Promise<ItemWritten> {
  const lines = item.bankEntryId === null ? [] : [item.bankEntryId]
  const [standing] = await listDecisionsInTheWay(platform, lines)
  if (standing) return { kind: 'REFUSED', reason: 'REFUND_BEGUN' }
  if (!claimsMoney(item)) return { kind: 'BOOKED', changes: { ...undecided, otherDay: null } }
  if (item.paymentId === null) return { kind: 'REFUSED', reason: 'NOT_REVERSIBLE' }
  // Back to where it was claimed from: its mirror stands in suspense.
  const reversed = await reversePayment(platform, item.paymentId, reason)
  if (reversed.kind === 'REFUSED') return reversed
  await unlinkEntries(platform, lines)
  const kept = item.outcome === 'DUPLICATE' ? {} : { employerId: null }
  return { kind: 'BOOKED', changes: { ...undecided, ...kept, paymentId: null, noticeId: null } }
}
