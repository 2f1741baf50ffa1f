import type { Platform } from '../platform/platform.ts'
import type { Viewer } from '../access/viewer.ts'
import type { ShownRecords } from './personal.ts'

/** The session cookie, without the resolvers knowing about HTTP. */
export interface SessionCookie {
  token: string | undefined
  set(token: string, expiresAt: Date): void
  clear(): void
}

export interface Context {
  platform: Platform
  viewer: Viewer | undefined
  cookie: SessionCookie
  /** Keyed hash of the caller's network address, or the access token, for throttling and the audit trail. */
  origin: string
  userAgent: string
  requestId: string
  /** Whose data the answer hands out; nothing yet while there are none (note-shown.ts). */
  shown?: ShownRecords
}
