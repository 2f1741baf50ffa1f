import type { Platform } from '../platform/platform.ts'

export type AccountKind = 'EMPLOYER' | 'INSURED' | 'STAFF'
export type StaffRole = 'OFFICER' | 'REVIEWER' | 'HEAD' | 'AUDITOR'

/** Who is asking, as the session in the database says; never as the client says. */
export interface Viewer {
  accountId: string
  sessionId: string
  kind: AccountKind
  stage: 'FULL' | 'MUST_CHANGE_PASSWORD'
  employerId: string | undefined
  individualId: string | undefined
  roles: readonly StaffRole[]
  displayName: string
  language: string
  expiresAt: Date
}

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
  /** Keyed hash of the caller's network address, for throttling and the audit trail. */
  origin: string
  userAgent: string
  requestId: string
}
