import { fen, isFen, subtractFen, sumFen, FIVE_INSURANCES, SIDES } from '@shebao/kernel'
import type { Fen, FiveInsurance, Insurance, Side } from '@shebao/kernel'
import type { ShareAmount } from '../assessed.ts'

/** Refunds (退费, 3.5): reasons, guards and states. A refund is a reversal entry, never a deletion. */
export const REFUND_REASONS = [
  'DUPLICATE',
  'OVER_DECLARED',
  'DECEASED_BEFORE_PERIOD',
  'WRONG_PERSON',
  'SYSTEM_ERROR',
] as const
export type RefundReason = (typeof REFUND_REASONS)[number]

/** MONTH: a person's paid month. CREDIT: an employer's money that no debt took. SUSPENSE: money set aside. */
export const REFUND_SOURCES = ['MONTH', 'CREDIT', 'SUSPENSE'] as const
export type RefundSource = (typeof REFUND_SOURCES)[number]

/** Why money of each source goes back; what is set aside says itself why (5, reconciliation). */
export const REFUND_REASONS_OF = {
  MONTH: REFUND_REASONS,
  CREDIT: ['OVERPAID'],
  SUSPENSE: ['AMOUNT_DIFF', 'DUPLICATE', 'RETURN_TO_PAYER'],
} as const satisfies Record<RefundSource, readonly string[]>
export const ANY_REFUND_REASONS = [
  ...REFUND_REASONS,
  'OVERPAID',
  'AMOUNT_DIFF',
  'RETURN_TO_PAYER',
] as const satisfies readonly (typeof REFUND_REASONS_OF)[RefundSource][number][]
export type AnyRefundReason = (typeof ANY_REFUND_REASONS)[number]

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
export function refundRefusals(request: Omit<RefundRequest, 'reason'>): RefundRefusal[] {
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

/** The same facts while some are not known yet: null is not an answer. */
export type RefundFacts = Omit<RefundRequest, 'reason' | 'benefitDrawn' | 'toOriginalAccount'> & {
  readonly benefitDrawn: boolean | null
  readonly toOriginalAccount: boolean | null
}

export const REFUND_GUARDS = [
  'MONEY_RECEIVED',
  'NOT_REFUNDED',
  'WITHIN_RECEIVED',
  'NO_BENEFIT',
  'ORIGINAL_ACCOUNT',
  'PERSONAL_RECEIPT',
] as const
export type RefundGuard = (typeof REFUND_GUARDS)[number]
/** OPEN: not known yet, somebody has to look. */
export type GuardVerdict = 'HOLDS' | 'FAILS' | 'OPEN' | 'NOT_NEEDED'

const refusedBy: Record<RefundGuard, readonly RefundRefusal[]> = {
  MONEY_RECEIVED: ['MONEY_NOT_RECEIVED'],
  NOT_REFUNDED: ['ALREADY_REFUNDED'],
  WITHIN_RECEIVED: ['EXCEEDS_RECEIVED', 'AMOUNT_OUT_OF_RANGE'],
  NO_BENEFIT: ['BENEFIT_DRAWN'],
  ORIGINAL_ACCOUNT: ['NOT_ORIGINAL_ACCOUNT'],
  PERSONAL_RECEIPT: ['PERSONAL_RECEIPT_MISSING'],
}

/** How each guard stands, in their order, for whoever has to decide. */
export function judgeRefund(source: RefundSource, facts: RefundFacts): { guard: RefundGuard; verdict: GuardVerdict }[] {
  const refusals = refundRefusals(assumed(facts))
  const verdictOf = (guard: RefundGuard): GuardVerdict => {
    if (refusedBy[guard].some((code) => refusals.includes(code))) return 'FAILS'
    if (guard === 'PERSONAL_RECEIPT' && facts.personalShare === 0) return 'NOT_NEEDED'
    // A benefit is drawn for a person's month, not for money that never became one.
    if (guard === 'NO_BENEFIT' && source !== 'MONTH') return 'NOT_NEEDED'
    if (guard === 'NO_BENEFIT' && facts.benefitDrawn === null) return 'OPEN'
    if (guard === 'ORIGINAL_ACCOUNT' && facts.toOriginalAccount === null) return 'OPEN'
    return 'HOLDS'
  }
  return REFUND_GUARDS.map((guard) => ({ guard, verdict: verdictOf(guard) }))
}

/** What already stands in the way, without what nobody could know yet. */
export function knownRefundRefusals(facts: RefundFacts): RefundRefusal[] {
  return refundRefusals(assumed(facts))
}

const assumed = (facts: RefundFacts) => ({
  ...facts,
  benefitDrawn: facts.benefitDrawn ?? false,
  toOriginalAccount: facts.toOriginalAccount ?? true,
})

export type RefundShare = { readonly insurance: FiveInsurance; readonly side: Side; readonly amount: Fen }

export type RefundShares =
  | { readonly ok: true; readonly shares: readonly RefundShare[]; readonly amount: Fen; readonly personalShare: Fen }
  /** The corrected wage leads to the same amounts (both below the floor or above the ceiling), or to more. */
  | { readonly ok: false; readonly code: 'NOTHING_TOO_MUCH' | 'WAGE_NOT_LOWER' }

/**
 * What goes back of each share: all that is left of it, or with `due` (the month assessed again on the corrected wage) what
 * is left above that. Large-amount medical counts with medical, as it is collected.
 */
export function refundShares(left: readonly RefundShare[], due: readonly ShareAmount[] = []): RefundShares {
  const shares: RefundShare[] = []
  let lower = false
  for (const insurance of FIVE_INSURANCES) {
    for (const side of SIDES) {
      const amount = subtractFen(totalOf(left, insurance, side), totalOf(due, insurance, side))
      if (amount < 0) lower = true
      if (amount > 0) shares.push({ insurance, side, amount })
    }
  }
  if (lower) return { ok: false, code: 'WAGE_NOT_LOWER' }
  const amount = sumFen(shares.map((share) => share.amount))
  if (amount === 0 && due.length > 0) return { ok: false, code: 'NOTHING_TOO_MUCH' }
  const personalShare = sumFen(shares.filter(({ side }) => side === 'PERSONAL').map((share) => share.amount))
  return { ok: true, shares, amount, personalShare }
}

function totalOf(shares: readonly ShareAmount[], insurance: Insurance, side: Side): Fen {
  const counted = (of: Insurance) => (of === 'LARGE_MEDICAL' ? 'MEDICAL' : of)
  return fen(
    shares
      .filter((share) => counted(share.insurance) === insurance && share.side === side)
      .reduce((sum, { amount }) => sum + amount, 0),
  )
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
