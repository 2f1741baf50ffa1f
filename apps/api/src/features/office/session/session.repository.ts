import { createHash, randomBytes } from 'node:crypto'
import type { AccountKind, StaffRole, Viewer } from '../../../graphql/context.ts'
import type { Platform } from '../../../platform/platform.ts'
import { lifetime, sessionStanding } from './session-lifetime.ts'

const staffRoles: readonly StaffRole[] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']

export interface AccountOfSession {
  id: string
  kind: string
  employerId: string | null
  individualId: string | null
  roles: readonly string[]
  displayName: string
  language: string
  passwordInitial: boolean
}

/** The token has 256 random bits, so a plain hash hides it; the database never sees the token itself. */
const hashToken = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())

export interface NewSession {
  token: string
  /** When the cookie ends, whatever happens. */
  cookieExpiresAt: Date
  viewer: Viewer
}

export async function createSession(
  platform: Platform,
  account: AccountOfSession,
  userAgent: string,
): Promise<NewSession> {
  const { clock, database } = platform
  const now = clock.now()
  const token = randomBytes(32).toString('base64url')
  const stage = account.passwordInitial ? 'MUST_CHANGE_PASSWORD' : 'FULL'
  const cookieExpiresAt = new Date(now.getTime() + lifetime.absoluteMs)
  const session = await database.prisma.session.create({
    data: {
      tokenHash: hashToken(token),
      accountId: account.id,
      stage,
      userAgent,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: cookieExpiresAt,
    },
  })
  const expiresAt = new Date(now.getTime() + lifetime.idleMs)
  return { token, cookieExpiresAt, viewer: toViewer(account, session.id, stage, expiresAt) }
}

interface SessionRow {
  session_id: string
  stage: string
  last_seen_ms: number
  expires_ms: number
  id: string
  kind: string
  employer_id: string | null
  individual_id: string | null
  roles: string[]
  display_name: string
  language: string
}

/** Asked with every request, so one prepared statement. Seeing it again pushes the idle limit, written at most once a minute. */
export async function findViewer(platform: Platform, token: string | undefined): Promise<Viewer | undefined> {
  if (!token) return undefined
  const { clock, database } = platform
  const [row] = await database.query<SessionRow>(
    {
      name: 'session-find-viewer',
      text: `SELECT s.id AS session_id, s.stage, (extract(epoch FROM s.last_seen_at) * 1000)::float8 AS last_seen_ms,
        (extract(epoch FROM s.expires_at) * 1000)::float8 AS expires_ms,
        a.id, a.kind, a.employer_id, a.individual_id, coalesce(a.roles, '{}') AS roles, a.display_name, a.language
      FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_hash = $1 AND s.revoked_at IS NULL`,
    },
    [hashToken(token)],
  )
  if (!row) return undefined
  const now = clock.now()
  const standing = sessionStanding(row.last_seen_ms, row.expires_ms, now.getTime())
  if (!standing.alive) return undefined
  if (standing.touch)
    await database.prisma.session.updateMany({ where: { id: row.session_id }, data: { lastSeenAt: now } })
  const account = {
    id: row.id,
    kind: row.kind,
    employerId: row.employer_id,
    individualId: row.individual_id,
    roles: row.roles,
    displayName: row.display_name,
    language: row.language,
  }
  const stage = row.stage === 'FULL' ? 'FULL' : 'MUST_CHANGE_PASSWORD'
  return toViewer(account, row.session_id, stage, new Date(standing.endsAtMs))
}

function toViewer(
  account: Omit<AccountOfSession, 'passwordInitial'>,
  sessionId: string,
  stage: Viewer['stage'],
  expiresAt: Date,
): Viewer {
  return {
    accountId: account.id,
    sessionId,
    kind: toKind(account.kind),
    stage,
    employerId: account.employerId ?? undefined,
    individualId: account.individualId ?? undefined,
    roles: staffRoles.filter((role) => account.roles.includes(role)),
    displayName: account.displayName,
    language: account.language,
    expiresAt,
  }
}

function toKind(kind: string): AccountKind {
  if (kind === 'EMPLOYER' || kind === 'INSURED' || kind === 'STAFF') return kind
  throw new Error('An account of an unknown kind.')
}

export interface ListedSession {
  id: string
  userAgent: string
  createdAt: Date
  lastSeenAt: Date
}

/** The account's living sessions, latest first. */
export async function listSessions({ clock, database }: Platform, accountId: string): Promise<ListedSession[]> {
  const now = clock.now()
  return database.prisma.session.findMany({
    where: {
      accountId,
      revokedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - lifetime.idleMs) },
    },
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  })
}

export async function revokeSession({ clock, database }: Platform, sessionId: string): Promise<void> {
  await database.prisma.session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: clock.now() },
  })
}

/** Ends every session of the account; returns how many were still open. */
export async function revokeSessions({ clock, database }: Platform, accountId: string): Promise<number> {
  const { count } = await database.prisma.session.updateMany({
    where: { accountId, revokedAt: null, expiresAt: { gt: clock.now() } },
    data: { revokedAt: clock.now() },
  })
  return count
}
