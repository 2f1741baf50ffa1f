import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { CaseMark } from '../../../case/case-mark.ts'
import type { Platform } from '../../../platform/platform.ts'
import { reversePayment } from '../payment/index.ts'
import { bookResolution } from './book-resolution.ts'
import type { ItemOutcome } from './item-decision.ts'
import { findItem } from './item-view.repository.ts'
import { takeItemStep } from './take-item-step.ts'

export interface ItemDecision {
  itemId: string
  decidedOn: CaseMark
}

/** The second person takes the payment back: its notices are open and its months unpaid again. */
export async function confirmReversal(
  platform: Platform,
  viewer: Viewer | undefined,
  decision: ItemDecision,
): Promise<ItemOutcome> {
  const actor = requireMay(viewer, 'reconciliation:confirm-reversal')
  return takeItemStep(platform, {
    ...decision,
    actor,
    event: 'CONFIRM_REVERSAL',
    action: 'RECONCILIATION_REVERSE',
    reason: await askedBecause(platform, decision),
    facts: () => ({}),
    async write({ paymentId, note }) {
      if (paymentId === null) return { kind: 'REFUSED', reason: 'NOT_REQUESTED' }
      const reversed = await reversePayment(platform, paymentId, note ?? '')
      if (reversed.kind === 'REFUSED') return reversed
      return {
        kind: 'BOOKED',
        changes: { resolution: 'REVERSE', resolvedBy: actor.accountId, resolvedAt: platform.clock.now() },
      }
    },
  })
}

/** Whoever asked thinks better of it, or somebody else says no: the item is open as before. */
export async function declineReversal(
  platform: Platform,
  viewer: Viewer | undefined,
  decision: ItemDecision,
): Promise<ItemOutcome> {
  const actor = requireMay(viewer, 'reconciliation:decline-reversal')
  return takeItemStep(platform, {
    ...decision,
    actor,
    event: 'DECLINE_REVERSAL',
    action: 'RECONCILIATION_REVERSAL_DECLINED',
    reason: await askedBecause(platform, decision),
    facts: () => ({}),
    write: () => Promise.resolve({ kind: 'BOOKED', changes: { reverseBy: null, reverseAt: null, note: null } }),
  })
}

/** The second person has seen that payer and employer differ, and why it is theirs all the same. */
export async function confirmClaim(
  platform: Platform,
  viewer: Viewer | undefined,
  decision: ItemDecision,
): Promise<ItemOutcome> {
  const actor = requireMay(viewer, 'reconciliation:confirm-claim')
  return takeItemStep(platform, {
    ...decision,
    actor,
    event: 'CONFIRM_CLAIM',
    action: 'RECONCILIATION_ASSIGN',
    reason: await askedBecause(platform, decision),
    facts: ({ held }) => ({ held }),
    async write(item) {
      const { employerId, noticeNumber, note } = item
      const booked = await bookResolution(platform, item, {
        ...decision,
        resolution: 'ASSIGN',
        note: note ?? '',
        employerId,
        noticeNumber,
      })
      if (booked.kind === 'REFUSED') return booked
      const settled = { resolution: 'ASSIGN' as const, resolvedBy: actor.accountId, resolvedAt: platform.clock.now() }
      return { kind: 'BOOKED', changes: { ...settled, ...booked.changes } }
    },
  })
}

export async function declineClaim(
  platform: Platform,
  viewer: Viewer | undefined,
  decision: ItemDecision,
): Promise<ItemOutcome> {
  const actor = requireMay(viewer, 'reconciliation:decline-claim')
  return takeItemStep(platform, {
    ...decision,
    actor,
    event: 'DECLINE_CLAIM',
    action: 'RECONCILIATION_CLAIM_DECLINED',
    reason: await askedBecause(platform, decision),
    facts: () => ({}),
    write: () =>
      Promise.resolve({
        kind: 'BOOKED',
        changes: { claimBy: null, claimAt: null, note: null, employerId: null, noticeId: null },
      }),
  })
}

const askedBecause = async (platform: Platform, { itemId }: ItemDecision) =>
  (await findItem(platform, itemId).catch(() => undefined))?.note ?? undefined
