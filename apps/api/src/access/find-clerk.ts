import type { Platform } from '../platform/platform.ts'
import type { Clerk } from './viewer.ts'

/** Who an account is today that acts for an employer, itself or under a mandate, or nobody. For what is done without a session. */
export type FindClerk = (platform: Platform, accountId: string, employerId: string) => Promise<Clerk | undefined>
