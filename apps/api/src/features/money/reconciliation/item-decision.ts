import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { CaseMark } from '../../../case/case-mark.ts'
import type { ItemRow } from './item-view.repository.ts'
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
] as const
export type ItemRefusal = (typeof itemRefusals)[number]

export type ItemOutcome =
  | { kind: 'RESOLVED'; item: ItemRow }
  | { kind: 'REFUSED'; reason: ItemRefusal; item: ItemRow | null }

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
  decidedOn: CaseMark
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

/** What a person decided, whoever it was; what the comparison itself found goes with its import. */
export const isDecided = ({ resolution, resolvedBy }: ItemRow): boolean => resolution !== null && resolvedBy !== null

/** Two people took the payment back; it takes one who did not confirm that to say that they were wrong. */
export const isReversal = ({ resolution }: ItemRow): boolean => resolution === 'REVERSE'

export function mayTakeBack(viewer: Viewer | undefined, item: ItemRow): boolean {
  if (!isDecided(item)) return false
  if (!isReversal(item)) return may(viewer, 'reconciliation:take-back')
  return may(viewer, 'reconciliation:take-back-reversal') && item.resolvedBy !== viewer?.accountId
}
