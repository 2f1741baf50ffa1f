import type { GivenLink } from '../one-time-code/index.ts'
import type { StaffAccountRow } from '../session/index.ts'

/**
 * STAFF_NO_TAKEN: another has it. OWN_ACCOUNT: nobody does this to their own account. LAST_ADMINISTRATOR: nobody would be left who
 * may make accounts. NO_ROLE: an account without a role is an ended one. ENDED: give it a role first.
 */
export const accountRefusals = ['STAFF_NO_TAKEN', 'OWN_ACCOUNT', 'LAST_ADMINISTRATOR', 'NO_ROLE', 'ENDED'] as const
export type AccountRefusal = (typeof accountRefusals)[number]

export type AccountOutcome =
  | { outcome: 'DONE'; account: StaffAccountRow; link: GivenLink | undefined }
  | { outcome: 'REFUSED'; reason: AccountRefusal }

export const refused = (reason: AccountRefusal): AccountOutcome => ({ outcome: 'REFUSED', reason })
