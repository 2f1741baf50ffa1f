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
