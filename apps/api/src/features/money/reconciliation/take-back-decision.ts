import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { isUuid } from '../../../access/uuid.ts'
import { mirrorTransfersOf, namesOfBooking } from '../ledger/index.ts'
import { reinstatePayment, reversePayment, takeBackReceipt } from '../payment/index.ts'
import type { ItemDecision } from './confirm-reversal.ts'
import { claimsMoney, isReversal, resolvable } from './item-decision.ts'
import type { ItemOutcome } from './item-decision.ts'
import { unlinkEntries } from './item.repository.ts'
import { findItem } from './item-view.repository.ts'
import type { ItemRow } from './item-view.repository.ts'
import { bankErrorName, differenceName, moneyKey, setAsideName } from './money-of-entry.ts'
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
  // Which of the two steps it is, the decision says; under the lock the step's own guard asks once more.
  const item = isUuid(decision.itemId) ? await findItem(platform, decision.itemId) : undefined
  return takeItemStep(platform, {
    ...decision,
    actor,
    event: item && isReversal(item) ? 'TAKE_BACK_REVERSAL' : 'TAKE_BACK',
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
  reverseBy: null,
  reverseAt: null,
} as const

async function takeBack(platform: Platform, item: ItemRow, reason: string): Promise<ItemWritten> {
  const lines = item.bankEntryId === null ? [] : [item.bankEntryId]
  if ((await listDecisionsInTheWay(platform, lines)).some(({ why }) => why === 'REFUND_STANDS'))
    return { kind: 'REFUSED', reason: 'REFUND_BEGUN' }
  if (claimsMoney(item)) return takeBackClaim(platform, item, lines, reason)
  const refused = await takeBackMoved(platform, item, reason)
  return refused ?? { kind: 'BOOKED', changes: { ...undecided, otherDay: null } }
}

async function takeBackClaim(
  platform: Platform,
  { paymentId, outcome }: ItemRow,
  lines: readonly string[],
  reason: string,
): Promise<ItemWritten> {
  if (paymentId === null) return { kind: 'REFUSED', reason: 'NOT_REVERSIBLE' }
  // Back to where it was claimed from: its mirror stands in suspense.
  const reversed = await reversePayment(platform, paymentId, reason)
  if (reversed.kind === 'REFUSED') return reversed
  await unlinkEntries(platform, lines)
  const kept = outcome === 'DUPLICATE' ? {} : { employerId: null }
  return { kind: 'BOOKED', changes: { ...undecided, ...kept, paymentId: null, noticeId: null } }
}

type Refused = Extract<ItemWritten, { kind: 'REFUSED' }>

/** What the decision moved beside claims goes back; decisions that only explain moved nothing. */
async function takeBackMoved(platform: Platform, item: ItemRow, reason: string): Promise<Refused | undefined> {
  const { resolution, paymentId, employerId } = item
  switch (resolution) {
    case 'REVERSE': {
      if (paymentId === null) return { kind: 'REFUSED', reason: 'NOT_REVERSIBLE' }
      const reinstated = await reinstatePayment(platform, paymentId, item.reference)
      return reinstated.kind === 'REFUSED' ? reinstated : undefined
    }
    case 'TO_CREDIT': {
      const key = keyOfLine(item)
      const name = resolvable(item).setAside ? paymentId && setAsideName(paymentId) : key && differenceName(key)
      if (employerId === null || !name) return { kind: 'REFUSED', reason: 'NOT_REVERSIBLE' }
      const taken = await takeBackReceipt(platform, { employerId, keys: namesOfBooking(name), reason })
      return taken.kind === 'REFUSED' ? taken : undefined
    }
    case 'TO_SUSPENSE':
    case 'BANK_ERROR': {
      const key = keyOfLine(item)
      const name = resolution === 'TO_SUSPENSE' ? differenceName : bankErrorName
      if (key !== undefined) await mirrorTransfersOf(platform, namesOfBooking(name(key)), reason)
      return undefined
    }
    case 'ASSIGN':
    case 'MATCHED':
    case 'RETURN_TO_PAYER':
    case 'BOOKED_OTHER_DAY':
    case null:
      return undefined
  }
}

function keyOfLine({ bankAccount: account, bankReference: reference, occurrence }: ItemRow): string | undefined {
  return account === null || reference === null || occurrence === null
    ? undefined
    : moneyKey({ account, reference, occurrence })
}
