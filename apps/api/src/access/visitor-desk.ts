import type { Platform } from '../platform/platform.ts'

/** What keeps visitors without an account from doing too much: the same picture and the same count of failures as at sign-in. */
export interface VisitorDesk {
  /** Uses a verification challenge up, right or wrong; a wrong one counts against the address. */
  verify(platform: Platform, origin: string, given: { challengeId: string; answer: string }): Promise<boolean>
  /** Until when an address with too many failures waits. */
  blockedUntil(platform: Platform, origin: string): Promise<Date | undefined>
  countFailure(platform: Platform, origin: string): Promise<void>
}

let provided: VisitorDesk | undefined

/** Once, by the feature that keeps sign-in; those who ask do not know it. */
export function provideVisitorDesk(desk: VisitorDesk): void {
  provided = desk
}

export function visitorDesk(): VisitorDesk {
  if (!provided) throw new Error('Nobody looks after visitors.')
  return provided
}
