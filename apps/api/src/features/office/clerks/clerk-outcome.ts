import type { ClerkRow } from '../session/index.ts'
import type { GivenLink } from '../one-time-code/index.ts'

/**
 * LAST_ADMINISTRATOR: nobody would be left who may invite clerks and change them. SAME_NAME: a clerk of this employer is called so
 * already. TOO_MANY: no further clerk fits.
 */
export const clerkRefusals = ['LAST_ADMINISTRATOR', 'SAME_NAME', 'TOO_MANY'] as const
export type ClerkRefusal = (typeof clerkRefusals)[number]

export type ClerkOutcome =
  | { outcome: 'DONE'; clerk: ClerkRow | undefined; link: GivenLink | undefined }
  | { outcome: 'REFUSED'; reason: ClerkRefusal }

export const refused = (reason: ClerkRefusal): ClerkOutcome => ({ outcome: 'REFUSED', reason })
