import { isFen } from './fen.ts'
import type { Fen } from './fen.ts'

/** Refunds (退费, 3.5): reasons, guards and states. A refund is a reversal entry, never a deletion. */
export const REFUND_REASONS = [
  'DUPLICATE',
  'OVER_DECLARED',
  'DECEASED_BEFORE_PERIOD',
  'WRONG_PERSON',
  'SYSTEM_ERROR',
] as const
export type RefundReason = (typeof REFUND_REASONS)[number]

export type RefundRequest = {
  readonly reason: RefundReason
  readonly amount: Fen
  readonly personalShare: Fen
  /** What was posted for the month, late fees left out: they are not returned. */
  readonly received: Fen
  readonly alreadyRefunded: Fen
  readonly benefitDrawn: boolean
  readonly toOriginalAccount: boolean
  /** The employer passes the personal share on against a signed receipt. */
  readonly personalReceiptSigned: boolean
}

export type RefundRefusal =
  | 'AMOUNT_OUT_OF_RANGE'
  | 'MONEY_NOT_RECEIVED'
  | 'ALREADY_REFUNDED'
  | 'EXCEEDS_RECEIVED'
  | 'BENEFIT_DRAWN'
  | 'NOT_ORIGINAL_ACCOUNT'
  | 'PERSONAL_RECEIPT_MISSING'

/** Every guard that stands in the way; empty when the refund may go on. */
export function refundRefusals(request: RefundRequest): RefundRefusal[] {
  const refusals: RefundRefusal[] = []
  const { amount, personalShare, received, alreadyRefunded } = request
  const whole = [amount, personalShare, received, alreadyRefunded].every((each) => isFen(each) && each >= 0)
  if (!whole || amount === 0 || personalShare > amount) refusals.push('AMOUNT_OUT_OF_RANGE')
  if (received <= 0) refusals.push('MONEY_NOT_RECEIVED')
  else if (alreadyRefunded >= received) refusals.push('ALREADY_REFUNDED')
  else if (amount > received - alreadyRefunded) refusals.push('EXCEEDS_RECEIVED')
  if (request.benefitDrawn) refusals.push('BENEFIT_DRAWN')
  if (!request.toOriginalAccount) refusals.push('NOT_ORIGINAL_ACCOUNT')
  if (personalShare > 0 && !request.personalReceiptSigned) refusals.push('PERSONAL_RECEIPT_MISSING')
  return refusals
}

export const REFUND_STATES = ['APPLIED', 'VERIFIED', 'APPROVED', 'PAID_OUT', 'REJECTED'] as const
export type RefundState = (typeof REFUND_STATES)[number]

/** `APPLIED → VERIFIED → APPROVED → PAID_OUT`, and a rejection from any step before the money leaves. */
export const REFUND_TRANSITIONS: Readonly<Record<RefundState, readonly RefundState[]>> = {
  APPLIED: ['VERIFIED', 'REJECTED'],
  VERIFIED: ['APPROVED', 'REJECTED'],
  APPROVED: ['PAID_OUT', 'REJECTED'],
  PAID_OUT: [],
  REJECTED: [],
}
