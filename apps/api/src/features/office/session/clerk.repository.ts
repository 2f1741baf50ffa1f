import { oneOf } from '@shebao/kernel'
import { isUuid } from '../../../access/uuid.ts'
import { clerkDuties } from '../../../access/viewer.ts'
import type { ClerkDuty } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'

/** WAITING: the invitation was not used yet. */
export const clerkStates = ['WAITING', 'ACTIVE', 'LOCKED'] as const
export type ClerkState = (typeof clerkStates)[number]

/** A clerk as the employer's list has it. */
export interface ClerkRow {
  id: string
  clerkNo: string
  displayName: string
  state: ClerkState
  duties: ClerkDuty[]
  /** First day. */
  since: string
  lastSignInAt: Date | null
}

interface Row extends Omit<ClerkRow, 'duties' | 'state'> {
  state: string
  duties: string[]
}

/** SQL: who acts for the employer $1 on the day $2 at the instant $3; one row a person. */
const clerks = `SELECT a.id, a.clerk_no AS "clerkNo", a.display_name AS "displayName", a.last_sign_in_at AS "lastSignInAt",
    held.since, held.duties,
    CASE WHEN a.password_hash = '' THEN 'WAITING' WHEN a.locked_until > $3::timestamp THEN 'LOCKED' ELSE 'ACTIVE' END AS state
  FROM (SELECT m.account_id, min(m.valid_from) AS since,
      COALESCE(array_agg(DISTINCT duty.name) FILTER (WHERE duty.name IS NOT NULL), '{}') AS duties
    FROM membership m LEFT JOIN LATERAL unnest(m.duties) duty(name) ON true
    WHERE m.scope_kind = 'EMPLOYER' AND m.scope_id = $1::uuid AND m.ended_at IS NULL AND m.valid_from <= $2
      AND (m.valid_to IS NULL OR m.valid_to >= $2)
    GROUP BY m.account_id) held
  JOIN account a ON a.id = held.account_id`

const toClerk = ({ state, duties, ...row }: Row): ClerkRow => ({
  ...row,
  state: oneOf(clerkStates, state, 'state'),
  duties: clerkDuties.filter((duty) => duties.includes(duty)),
})
/** Columns are timestamps without zone that hold UTC; text keeps the driver's zone out of it. */
const utc = (instant: Date) => instant.toISOString().replace('Z', '')
const facts = ({ clock }: Platform, employerId: string) => [employerId, clock.today(), utc(clock.now())]

/** Who has acted for the employer longest comes first; that account the employer's own number opens. */
export async function listClerks(platform: Platform, employerId: string, limit: number): Promise<ClerkRow[]> {
  const rows = await platform.database.query<Row>(
    { name: 'clerks-of-employer', text: `${clerks} ORDER BY held.since, a.created_at, a.id LIMIT $4` },
    [...facts(platform, employerId), limit],
  )
  return rows.map(toClerk)
}

export async function findClerk(
  platform: Platform,
  employerId: string,
  accountId: string,
): Promise<ClerkRow | undefined> {
  if (!isUuid(accountId)) return undefined
  const [row] = await platform.database.query<Row>(
    { name: 'clerk-of-employer', text: `${clerks} WHERE a.id = $4::uuid` },
    [...facts(platform, employerId), accountId],
  )
  return row && toClerk(row)
}

/** Held until the transaction ends: two administrators do not take the duty from each other at once. */
export async function lockEmployerClerks({ database }: Platform, employerId: string): Promise<void> {
  await database.query({ text: 'SELECT id FROM employer WHERE id = $1::uuid FOR NO KEY UPDATE' }, [employerId])
}

/** An account without a password that acts for the employer from today. */
export async function insertClerk(
  { database, clock }: Platform,
  { employerId, displayName, duties }: { employerId: string; displayName: string; duties: readonly ClerkDuty[] },
): Promise<string> {
  const { id } = await database.prisma.account.create({
    data: {
      kind: 'EMPLOYER',
      displayName,
      passwordHash: '',
      createdAt: clock.now(),
      memberships: {
        create: {
          role: 'CLERK',
          scopeKind: 'EMPLOYER',
          scopeId: employerId,
          validFrom: clock.today(),
          duties: [...duties],
        },
      },
    },
    select: { id: true },
  })
  return id
}

const current = (accountId: string, employerId: string) => ({
  accountId,
  scopeKind: 'EMPLOYER',
  scopeId: employerId,
  endedAt: null,
})

export async function setDuties(
  { database }: Platform,
  { accountId, employerId, duties }: { accountId: string; employerId: string; duties: readonly ClerkDuty[] },
): Promise<void> {
  await database.prisma.membership.updateMany({
    where: current(accountId, employerId),
    data: { duties: [...duties] },
  })
}

/** At once, with the sessions that act for this employer. Returns how many of those were open, and whether the account acts for others. */
export async function endClerk(
  { database, clock }: Platform,
  accountId: string,
  employerId: string,
): Promise<{ sessions: number; actsForOthers: boolean }> {
  const now = clock.now()
  const { count } = await database.prisma.session.updateMany({
    where: { accountId, revokedAt: null, expiresAt: { gt: now }, membership: { scopeId: employerId } },
    data: { revokedAt: now },
  })
  await database.prisma.membership.updateMany({ where: current(accountId, employerId), data: { endedAt: now } })
  const others = await database.prisma.membership.count({ where: { accountId, endedAt: null } })
  return { sessions: count, actsForOthers: others > 0 }
}

/** Administrators of the employer without a last day who can sign in, but for this account. */
export async function countOtherClerkAdministrators(
  { database, clock }: Platform,
  employerId: string,
  accountId: string,
): Promise<number> {
  const [row] = await database.query<{ others: number }>(
    {
      text: `SELECT count(DISTINCT a.id)::int AS others FROM membership m JOIN account a ON a.id = m.account_id
      WHERE m.scope_kind = 'EMPLOYER' AND m.scope_id = $1::uuid AND 'ADMINISTER' = ANY(m.duties) AND m.ended_at IS NULL
        AND m.valid_from <= $2 AND m.valid_to IS NULL AND a.id <> $3::uuid AND a.password_hash <> ''`,
    },
    [employerId, clock.today(), accountId],
  )
  return row?.others ?? 0
}
