import type { Platform } from '../platform/platform.ts'

export interface FirstLink {
  url: string
  expiresAt: Date
}

/** The account of the first clerk of a unit that comes into the register: whoever holds it invites the others. */
export interface FirstClerk {
  hasClerks(platform: Platform, employerId: string): Promise<boolean>
  /** An account without a password, with every duty; its id. */
  open(platform: Platform, clerk: { employerId: string; displayName: string }): Promise<string>
  /** A new one-time link; nothing once a password was set. Belongs inside a transaction. */
  link(platform: Platform, clerk: { employerId: string; accountId: string }): Promise<FirstLink | undefined>
}

let provided: FirstClerk | undefined

/** Once, by the feature that keeps clerks; those who ask do not know it. */
export function provideFirstClerk(first: FirstClerk): void {
  provided = first
}

export function firstClerk(): FirstClerk {
  if (!provided) throw new Error('Nobody opens accounts.')
  return provided
}
