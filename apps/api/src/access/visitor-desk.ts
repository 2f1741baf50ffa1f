import type { Platform } from '../platform/platform.ts'

/** What tells visitors without an account from machines: the same picture as at sign-in. */
export interface VisitorDesk {
  /** Uses a verification challenge up, right or wrong. */
  verify(platform: Platform, given: { challengeId: string; answer: string }): Promise<boolean>
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
