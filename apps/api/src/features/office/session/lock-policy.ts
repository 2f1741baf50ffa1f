import type { AccountKind } from '../../../access/viewer.ts'
import { serviceFigures } from '../../../platform/service-figures.ts'

/**
 * How wrong passwords lock (domain specification, section 8).
 *
 * Employers, staff and partners: five tries, then half an hour [PD]. An insured person's password is the card's PIN: as many tries
 * as the office has set (`CARD_PIN_TRIES`, three as it comes), counted on the account over every channel, and it stays locked until the
 * office's window unlocks it with the ID. The web's "half an hour after five" could never be reached by a PIN that locks for good, so
 * the PIN's stricter rule governs.
 *
 * Anyone who knows a number could lock its owner out; that is the price of a six-digit secret. Each try therefore costs a solved
 * verification code first, and an address with many failures is turned away before it reaches an account.
 */
export interface LockPolicy {
  tries: number
  /** Undefined: until the window unlocks it. */
  minutes: number | undefined
}

const policies: Record<AccountKind, LockPolicy> = {
  EMPLOYER: { tries: 5, minutes: 30 },
  STAFF: { tries: 5, minutes: 30 },
  PARTNER: { tries: 5, minutes: 30 },
  INSURED: { tries: serviceFigures.CARD_PIN_TRIES.shipped, minutes: undefined },
}

export const lockPolicy = (kind: AccountKind): LockPolicy => policies[kind]

/** "Until the window": a date no clock reaches. */
export const never = new Date('9999-12-31T00:00:00Z')

export function lockEnds(policy: LockPolicy, now: Date): Date {
  return policy.minutes === undefined ? never : new Date(now.getTime() + policy.minutes * 60_000)
}

/** What the client is told: the end of the lock, or nothing when only the window ends it. */
export function tellableEnd(end: Date): Date | undefined {
  return end.getTime() === never.getTime() ? undefined : end
}

/** Six digits, of which three are right at any moment: five tries in a quarter of an hour [PD]. */
export const secondFactorPolicy: LockPolicy = { tries: 5, minutes: 15 }

/** Verification codes handed to one network address: far above what the people of an office open, below what fills the table [PD]. */
export const challengeLimit = { requests: 600, windowMs: 15 * 60_000 }

/**
 * Numbers, passwords and codes that were wrong: by one account at one door, on one card or person however many try it, and by visitors
 * from one network address over all doors. The last is generous: an office sits behind one address [PD].
 */
export const guessLimit = { byOne: 30, ofOne: 5, fromAddress: 50, windowMs: 15 * 60_000 }
