import { oneOf } from '@shebao/kernel'
import { isUuid } from '../../../access/uuid.ts'
import { staffRoles } from '../../../access/viewer.ts'
import type { StaffRole } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'

/** WAITING: no password yet. ENDED: in no role now or later. */
export const staffAccountStates = ['WAITING', 'ACTIVE', 'LOCKED', 'ENDED'] as const
export type StaffAccountState = (typeof staffAccountStates)[number]

export interface HeldRole {
  membershipId: string
  role: StaffRole
  /** First and last day. */
  from: string
  to: string | null
}

export interface StaffAccountRow {
  id: string
  staffNo: string
  displayName: string
  state: StaffAccountState
  /** In force now or later, first day first. */
  roles: HeldRole[]
  secondFactor: boolean
  lastSignInAt: Date | null
}

interface Row extends Omit<StaffAccountRow, 'roles' | 'state'> {
  state: string
  roles: { membershipId: string; role: string; from: string; to: string | null }[]
}

/** SQL: what stands in the list, of the office $1 on the day $2 at the instant $3. An ended membership is in nobody's way. */
const staffAccounts = `SELECT a.id, a.staff_no AS "staffNo", a.display_name AS "displayName", a.last_sign_in_at AS "lastSignInAt",
    EXISTS (SELECT FROM authenticator f WHERE f.account_id = a.id AND f.removed_at IS NULL AND f.confirmed_at IS NOT NULL) AS "secondFactor",
    CASE WHEN held.roles IS NULL THEN 'ENDED' WHEN a.password_hash = '' THEN 'WAITING'
      WHEN a.locked_until > $3::timestamp THEN 'LOCKED' ELSE 'ACTIVE' END AS state,
    COALESCE(held.roles, '[]'::json) AS roles
  FROM account a
  LEFT JOIN LATERAL (SELECT json_agg(json_build_object('membershipId', m.id, 'role', m.role, 'from', m.valid_from, 'to', m.valid_to)
      ORDER BY m.valid_from, m.role) AS roles
    FROM membership m WHERE m.account_id = a.id AND m.scope_kind = 'OFFICE' AND m.scope_id = $1::uuid
      AND m.ended_at IS NULL AND (m.valid_to IS NULL OR m.valid_to >= $2)) held ON true
  WHERE a.kind = 'STAFF'
    AND EXISTS (SELECT FROM membership any_role WHERE any_role.account_id = a.id AND any_role.scope_id = $1::uuid)`

const toAccount = ({ state, roles, ...row }: Row): StaffAccountRow => ({
  ...row,
  state: oneOf(staffAccountStates, state, 'state'),
  roles: roles.map((held) => ({ ...held, role: oneOf(staffRoles, held.role, 'role') })),
})

const utc = (instant: Date) => instant.toISOString().replace('Z', '')

/** By staff number. */
export async function listStaffAccounts(
  { database, clock }: Platform,
  officeId: string,
  { ended, after, limit }: { ended: boolean; after: string | undefined; limit: number },
): Promise<StaffAccountRow[]> {
  const rows = await database.query<Row>(
    {
      name: 'staff-accounts-list',
      text: `SELECT * FROM (${staffAccounts}) listed
        WHERE (state = 'ENDED') = $4::boolean AND ($5::text IS NULL OR "staffNo" > $5) ORDER BY "staffNo" LIMIT $6`,
    },
    [officeId, clock.today(), utc(clock.now()), ended, after ?? null, limit],
  )
  return rows.map(toAccount)
}

export async function findStaffAccount(
  { database, clock }: Platform,
  officeId: string,
  accountId: string,
): Promise<StaffAccountRow | undefined> {
  if (!isUuid(accountId)) return undefined
  const [row] = await database.query<Row>({ name: 'staff-account', text: `${staffAccounts} AND a.id = $4::uuid` }, [
    officeId,
    clock.today(),
    utc(clock.now()),
    accountId,
  ])
  return row && toAccount(row)
}

/** Held until the transaction ends: two administrators do not take the role from each other at once. */
export async function lockStaffAccounts({ database }: Platform, officeId: string): Promise<void> {
  await database.query({ text: 'SELECT id FROM office WHERE id = $1::uuid FOR UPDATE' }, [officeId])
}

/** Without a password; nothing when the staff number is taken, in this office or another. */
export async function insertStaffAccount(
  { database, clock }: Platform,
  { staffNo, displayName }: { staffNo: string; displayName: string },
): Promise<string | undefined> {
  const [row] = await database.query<{ id: string }>(
    {
      text: `INSERT INTO account (id, kind, staff_no, display_name, password_hash, previous_hashes, created_at)
      VALUES (gen_random_uuid(), 'STAFF', $1, $2, '', '{}', $3::timestamp) ON CONFLICT (staff_no) DO NOTHING RETURNING id`,
    },
    [staffNo, displayName, utc(clock.now())],
  )
  return row?.id
}

/** One that was taken away on the day it began is given back as it was. */
export async function giveRole(
  { database }: Platform,
  {
    accountId,
    officeId,
    role,
    from,
    to,
  }: { accountId: string; officeId: string; role: StaffRole; from: string; to: string | null },
): Promise<void> {
  await database.query(
    {
      text: `INSERT INTO membership (id, account_id, role, scope_kind, scope_id, valid_from, valid_to)
      VALUES (gen_random_uuid(), $1::uuid, $2, 'OFFICE', $3::uuid, $4, $5)
      ON CONFLICT (account_id, role, scope_kind, scope_id, valid_from) DO UPDATE SET valid_to = EXCLUDED.valid_to, ended_at = NULL`,
    },
    [accountId, role, officeId, from, to],
  )
}

export async function setLastDay({ database }: Platform, membershipId: string, to: string | null): Promise<void> {
  await database.prisma.membership.update({ where: { id: membershipId }, data: { validTo: to } })
}

/** At once; the row stays. */
export async function endRoles({ database, clock }: Platform, membershipIds: readonly string[]): Promise<void> {
  await database.prisma.membership.updateMany({
    where: { id: { in: [...membershipIds] } },
    data: { endedAt: clock.now() },
  })
}

/** Administrators of today without a last day who can sign in, but for this account. */
export async function countOtherAdministrators(
  { database, clock }: Platform,
  officeId: string,
  accountId: string,
): Promise<number> {
  const [row] = await database.query<{ others: number }>(
    {
      text: `SELECT count(DISTINCT a.id)::int AS others FROM membership m JOIN account a ON a.id = m.account_id
      WHERE m.scope_kind = 'OFFICE' AND m.scope_id = $1::uuid AND m.role = 'ADMINISTRATOR' AND m.ended_at IS NULL
        AND m.valid_from <= $2 AND m.valid_to IS NULL AND a.id <> $3::uuid AND a.password_hash <> ''`,
    },
    [officeId, clock.today(), accountId],
  )
  return row?.others ?? 0
}

/** Nobody signs in with it until a link sets another. */
export async function clearPassword({ database }: Platform, accountId: string): Promise<void> {
  await database.prisma.account.update({
    where: { id: accountId },
    data: { passwordHash: '', failures: 0, lockedUntil: null },
  })
}
