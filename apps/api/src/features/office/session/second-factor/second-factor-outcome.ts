import type { NewSession } from '../session.repository.ts'

/**
 * WRONG: the code, the recovery code or the passkey. LOCKED: too many of those. NOT_FRESH: the password was typed too long ago for a
 * change. LAST_ONE: the only second factor, where one is required. TOO_MANY: no more of them. NO_LONGER_OPEN: what was begun is gone.
 */
export const secondFactorRefusals = ['WRONG', 'LOCKED', 'NOT_FRESH', 'LAST_ONE', 'TOO_MANY', 'NO_LONGER_OPEN'] as const
export type SecondFactorRefusal = (typeof secondFactorRefusals)[number]

export interface Refused {
  outcome: 'REFUSED'
  reason: SecondFactorRefusal
  retryAt: Date | undefined
}

export const refused = (reason: SecondFactorRefusal, retryAt?: Date): Refused => ({
  outcome: 'REFUSED',
  reason,
  retryAt,
})

export interface Enrolled {
  outcome: 'ENROLLED'
  /** In clear, this once; with the first second factor only. */
  recoveryCodes: readonly string[]
  /** Of a sign-in that waited for it. */
  session: NewSession | undefined
}
