import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { oneOf } from '@shebao/kernel'
import { unauthenticated } from '../../../access/refusal.ts'
import { sessionStages } from '../../../access/viewer.ts'
import type { Guess } from '../../../access/guess-watch.ts'
import type { SessionStage, Viewer } from '../../../access/viewer.ts'
import { districtsOf } from '../../../case/office-people.repository.ts'
import type { Platform } from '../../../platform/platform.ts'
import {
  actingOf,
  barColumns,
  dutiesInScope,
  mandateColumns,
  partnerColumn,
  rolesInScope,
  underMandate,
  withBar,
} from './membership.repository.ts'
import type { Acting, ActingRow, BarRow, MandateRow } from './membership.repository.ts'
import { keysOfGuess, takingBack } from './guess-count.repository.ts'
import { lifetime, sessionStanding } from './session-lifetime.ts'

export interface AccountOfSession {
  id: string
  kind: string
  individualId: string | null
  displayName: string
  language: string
}

/** The token has 256 random bits, so a plain hash hides it; the database never sees the token itself. */
const hashToken = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())

export interface NewSession {
  token: string
  /** When the cookie ends, whatever happens. */
  cookieExpiresAt: Date
  viewer: Viewer
}

interface Opening {
  acting: Acting | undefined
  userAgent: string
  stage: SessionStage
}

export async function createSession(
  platform: Platform,
  account: AccountOfSession,
  opening: Opening,
): Promise<NewSession> {
  const { session, values } = newSession(platform, account, opening)
  await platform.database.query({ name: 'session-create', text: insertSession }, values)
  return session
}

/**
 * The same where somebody has just shown who they are, last in its transaction: the account is signed in, its wrong tries and this one of
 * the address are given back. In one statement, since the address is often a whole office's, and others wait for its count.
 */
export function prepareSignIn(
  platform: Platform,
  account: AccountOfSession,
  { guess, ...opening }: Opening & { guess: Guess },
): { session: NewSession; keep: () => Promise<void> } {
  const { session, values } = newSession(platform, account, opening)
  return {
    session,
    async keep() {
      await platform.database.query(
        {
          name: 'session-sign-in',
          text: `WITH signed_in AS (UPDATE account SET last_sign_in_at = $8, failures = 0, locked_until = NULL WHERE id = $3),
            ${takingBack('$11')} ${insertSession}`,
        },
        [...values, keysOfGuess(platform, guess)],
      )
    },
  }
}

const insertSession = `INSERT INTO session (id, token_hash, account_id, membership_id, mandate_id, stage, user_agent, proved_at, fully_proved_at,
  created_at, last_seen_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $8, $10)`

function newSession(
  { clock }: Platform,
  account: AccountOfSession,
  { acting, userAgent, stage }: Opening,
): { session: NewSession; values: unknown[] } {
  const now = clock.now()
  const token = randomBytes(32).toString('base64url')
  const cookieExpiresAt = new Date(now.getTime() + lifetime.absoluteMs)
  const sessionId = randomUUID()
  const fullyProvedAt = stage === 'FULL' ? now : null
  const expiresAt = new Date(now.getTime() + lifetime.idleMs)
  const viewer = toViewer(account, acting, { sessionId, stage, expiresAt }, fullyProvedAt)
  if (!viewer) throw unauthenticated()
  const values = [
    sessionId,
    hashToken(token),
    account.id,
    acting?.membershipId,
    mandateOf(acting),
    stage,
    userAgent,
    now,
    fullyProvedAt,
    cookieExpiresAt,
  ]
  return { session: { token, cookieExpiresAt, viewer }, values }
}

const mandateOf = (acting: Acting | undefined) => (acting?.scope === 'EMPLOYER' ? (acting.mandate?.id ?? null) : null)

interface SessionRow extends AccountOfSession, BarRow, Nullable<ActingRow>, Nullable<MandateRow> {
  session_id: string
  stage: string
  last_seen_ms: number
  fully_proved_ms: number | null
  expires_ms: number
}
type Nullable<Row> = { [Column in keyof Row]: Row[Column] | null }

/**
 * Asked with every request, so one prepared statement: whose session it is, and what the account may act as today. A membership
 * that has ended is nobody's any more, whenever the session was opened. Seeing it again pushes the idle limit, written at
 * most once a minute.
 */
export async function findViewer(platform: Platform, token: string | undefined): Promise<Viewer | undefined> {
  if (!token) return undefined
  const { clock, database } = platform
  const [row] = await database.query<SessionRow>(
    {
      name: 'session-find-viewer',
      text: `SELECT s.id AS session_id, s.stage, (extract(epoch FROM s.last_seen_at) * 1000)::float8 AS last_seen_ms,
        (extract(epoch FROM s.expires_at) * 1000)::float8 AS expires_ms,
        (extract(epoch FROM s.fully_proved_at) * 1000)::float8 AS fully_proved_ms,
        a.id, a.kind, a.individual_id AS "individualId", a.display_name AS "displayName", a.language,
        m.id AS membership_id, m.scope_kind, m.scope_id, ${rolesInScope('m', '$2')} AS roles,
        ${dutiesInScope('m', '$2')} AS duties, ${partnerColumn('m', '$2')}, ${districtsOf('a.id', '$2')} AS districts, ${mandateColumns('mandate', '$2')},
        ${barColumns('COALESCE(mandate.employer_id, m.scope_id)', '$2')}
      FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN membership m ON m.id = s.membership_id
        LEFT JOIN mandate ON mandate.id = s.mandate_id
      WHERE s.token_hash = $1 AND s.revoked_at IS NULL`,
    },
    [hashToken(token), clock.today()],
  )
  if (!row) return undefined
  const now = clock.now()
  const standing = sessionStanding(row.last_seen_ms, row.expires_ms, now.getTime())
  if (!standing.alive) return undefined
  const { session_id: sessionId, fully_proved_ms } = row
  const acting = actingIn(row)
  const stage = oneOf(sessionStages, row.stage, 'stage')
  const fullyProvedAt = fully_proved_ms === null ? null : new Date(fully_proved_ms)
  const viewer = toViewer(row, acting, { sessionId, stage, expiresAt: new Date(standing.endsAtMs) }, fullyProvedAt)
  if (viewer && standing.touch)
    await database.prisma.session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } })
  return viewer
}

function actingIn(row: SessionRow): Acting | undefined {
  const { membership_id, scope_kind, scope_id, roles, duties, mandate_id, mandate_employer_id, mandate_to } = row
  if (membership_id === null || scope_kind === null || scope_id === null) return undefined
  const { partner_kind, districts } = row
  const held = { roles: roles ?? [], duties: duties ?? [], partner_kind, districts }
  const own = actingOf({ membership_id, scope_kind, scope_id, ...held })
  if (mandate_id === null || mandate_employer_id === null || mandate_to === null) return withBar(own, row)
  const [mandate_duties, mandate_stands] = [row.mandate_duties ?? [], row.mandate_stands === true]
  return withBar(
    underMandate(own, { mandate_id, mandate_employer_id, mandate_duties, mandate_to, mandate_stands }),
    row,
  )
}

/** From the next request on the session acts for another; whoever holds it is told of the change. */
export async function actInSession({ database }: Platform, sessionId: string, acting: Acting): Promise<void> {
  await database.prisma.session.update({
    where: { id: sessionId },
    data: { membershipId: acting.membershipId, mandateId: mandateOf(acting) },
  })
}

/** Nobody when the account acts for nobody: only insured people need no membership. */
export function toViewer(
  { id: accountId, kind, individualId, displayName, language }: AccountOfSession,
  acting: Acting | undefined,
  session: Pick<Viewer, 'sessionId' | 'stage' | 'expiresAt'>,
  fullyProvedAt?: Date | null,
): Viewer | undefined {
  const signedIn = { accountId, displayName, language, ...session }
  if (kind === 'INSURED' && individualId) return { ...signedIn, kind, individualId }
  if (kind === 'EMPLOYER' && acting?.scope === 'EMPLOYER')
    return {
      ...signedIn,
      kind,
      employerId: acting.employerId,
      duties: acting.duties,
      mandate: acting.mandate,
      bar: acting.bar,
    }
  if (kind === 'STAFF' && acting?.scope === 'OFFICE')
    return {
      ...signedIn,
      kind,
      officeId: acting.officeId,
      roles: acting.roles,
      districts: acting.districts,
      fullyProvedAt,
    }
  if (kind === 'PARTNER' && acting?.scope === 'PARTNER')
    return { ...signedIn, kind, partnerId: acting.partnerId, partnerKind: acting.partnerKind }
  return undefined
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

/**
 * The password was typed again: for a while the session may change what the account signs in with. `inFull`: the account has
 * nothing else to prove it by.
 */
export async function markProved({ clock, database }: Platform, sessionId: string, inFull: boolean): Promise<void> {
  const provedAt = clock.now()
  const data = inFull ? { provedAt, fullyProvedAt: provedAt } : { provedAt }
  await database.prisma.session.update({ where: { id: sessionId }, data })
}

/** When the password was last typed in this session. */
export async function findProvedAt({ database }: Platform, sessionId: string): Promise<Date | null> {
  const row = await database.prisma.session.findUnique({ where: { id: sessionId }, select: { provedAt: true } })
  return row?.provedAt ?? null
}

/** Of a passkey that is being enrolled or used in this session; one at a time. */
export async function keepPasskeyChallenge(
  { database }: Platform,
  sessionId: string,
  challenge: string,
): Promise<void> {
  await database.prisma.session.update({ where: { id: sessionId }, data: { challenge } })
}

/** Uses the challenge up, right or wrong. */
export async function takePasskeyChallenge({ database }: Platform, sessionId: string): Promise<string | undefined> {
  return database.transaction(async () => {
    const [row] = await database.query<{ challenge: string | null }>(
      { text: 'SELECT challenge FROM session WHERE id = $1::uuid FOR UPDATE' },
      [sessionId],
    )
    await database.prisma.session.update({ where: { id: sessionId }, data: { challenge: null } })
    return row?.challenge ?? undefined
  })
}
