import type { ItemRow } from './item-view.repository.ts'
import type { reconciliationItemTable } from './reconciliation-item.lifecycle.ts'
import type { ResolvableItem, Resolution } from './resolutions.ts'

export const itemRefusals = [
  'NO_SUCH_ITEM',
  'DAY_CLOSED',
  'ALREADY_RESOLVED',
  'NOT_OFFERED',
  'NOTE_MISSING',
  'EMPLOYER_MISSING',
  'NOTICE_OF_OTHER',
  'OTHER_DAY_MISSING',
  'MONEY_GONE',
  'SAME_PERSON',
  'NOT_REQUESTED',
  'NOT_POSTED',
  'CREDIT_SPENT',
  'STATEMENT_HELD',
  'OTHER_PAYER',
  'NOT_REVERSIBLE',
  'REFUND_BEGUN',
  'CHANGED_MEANWHILE',
] as const
export type ItemRefusal = (typeof itemRefusals)[number]

export type ItemOutcome =
  | { kind: 'RESOLVED'; item: ItemRow }
  | { kind: 'REFUSED'; reason: ItemRefusal; item: ItemRow | null }

/** What the screen showed when somebody decided. */
export interface SeenItem {
  state: (typeof reconciliationItemTable.states)[number]
  revision: number
}

export interface ResolveInput {
  itemId: string
  resolution: Resolution
  /** Why, 4 to 300 characters. */
  note: string
  employerId?: string | null | undefined
  noticeNumber?: string | null | undefined
  otherDay?: string | null | undefined
  /** For ASSIGN: that the employer is not the payer was told and is meant; a second person confirms. */
  asOtherPayer?: boolean | null | undefined
  /** With `asOtherPayer`: why it is theirs, as files that the asker handed in. */
  files?: readonly string[] | null | undefined
  seen: SeenItem
}

export const resolvable = (item: ItemRow): ResolvableItem => ({
  outcome: item.outcome,
  systemAmount: item.systemAmount === null ? null : Number(item.systemAmount),
  bankAmount: item.bankAmount === null ? null : Number(item.bankAmount),
  treasuryAmount: item.treasuryAmount === null ? null : Number(item.treasuryAmount),
  paymentId: item.paymentId,
  employerId: item.employerId,
  setAside: item.paymentId !== null && (item.paymentFailure === 'AMOUNT_DIFF' || item.paymentFailure === 'DUPLICATE'),
})

/** Whether the decision made a payment of the line's own money. */
export const claimsMoney = (item: ItemRow): boolean =>
  item.resolution === 'ASSIGN' ||
  (item.resolution === 'TO_CREDIT' && item.outcome === 'DUPLICATE' && !resolvable(item).setAside)

/** What a person decided and can be taken back by itself; the rest goes with its import. */
export function isReversible(item: ItemRow): boolean {
  if (item.resolvedBy === null) return false
  if (claimsMoney(item)) return true
  const { resolution, outcome } = item
  if (resolution === 'RETURN_TO_PAYER' || resolution === 'BOOKED_OTHER_DAY') return true
  // Of a repeated line it moved money that cannot be moved a second time under the line's own name.
  return resolution === 'BANK_ERROR' && outcome !== 'DUPLICATE'
}
