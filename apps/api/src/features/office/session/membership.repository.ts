import { oneOf } from '@shebao/kernel'
import { membershipScopes } from './session-codes.ts'
import { districtsOf } from '../../../case/office-people.repository.ts'
import type { Platform } from '../../../platform/platform.ts'
import { clerkDuties, lockGrounds, partnerKinds, staffRoles } from '../../../access/viewer.ts'
import type {
  ClerkDuty,
  EmployerBar,
  EmployerLock,
  HeldMandate,
  PartnerKind,
  StaffRole,
} from '../../../access/viewer.ts'

/** For whom somebody acts, and in which roles: all that are in force there today. */
export type Acting =
  | {
      scope: 'EMPLOYER'
      membershipId: string
      employerId: string
      duties: readonly ClerkDuty[]
      mandate?: HeldMandate | undefined
      bar?: EmployerBar | undefined
    }
  | {
      scope: 'OFFICE'
      membershipId: string
      officeId: string
      roles: readonly StaffRole[]
      districts: readonly string[] | undefined
    }
  | { scope: 'PARTNER'; membershipId: string; partnerId: string; partnerKind: PartnerKind }

/** A membership's row as the query of the viewer joins it, with the roles of its account in the same scope. */
export interface ActingRow {
  membership_id: string
  scope_kind: string
  scope_id: string
  roles: readonly string[]
  duties: readonly string[]
  /** Of a partner that has not ended. */
  partner_kind: string | null
  /** Nothing: of the whole agency. */
  districts: readonly string[] | null
}

/** SQL: what a membership's partner is, while it stands, on the day of the parameter; nothing for every other membership. */
export const partnerColumn = (membership: string, day: string) =>
  `(SELECT partner.kind FROM partner WHERE ${membership}.scope_kind = 'PARTNER' AND partner.id = ${membership}.scope_id
    AND (partner.ended_on IS NULL OR partner.ended_on >= ${day})) AS partner_kind`

/** Nothing when no role is in force any more. */
export function actingOf(row: ActingRow): Acting | undefined {
  const { membership_id, scope_kind, scope_id, roles, duties, partner_kind, districts } = row
  const scope = oneOf(membershipScopes, scope_kind, 'scope')
  if (scope === 'PARTNER') {
    const partnerKind = partnerKinds.find((kind) => kind === partner_kind)
    return partnerKind && roles.includes('OPERATOR')
      ? { scope, membershipId: membership_id, partnerId: scope_id, partnerKind }
      : undefined
  }
  if (scope === 'EMPLOYER')
    return roles.includes('CLERK')
      ? {
          scope: 'EMPLOYER',
          membershipId: membership_id,
          employerId: scope_id,
          duties: clerkDuties.filter((duty) => duties.includes(duty)),
        }
      : undefined
  const held = staffRoles.filter((role) => roles.includes(role))
  if (held.length === 0) return undefined
  const post = { membershipId: membership_id, officeId: scope_id, roles: held, districts: districts ?? undefined }
  return { scope: 'OFFICE', ...post }
}

/** A mandate as the query of the viewer joins it. */
export interface MandateRow {
  mandate_id: string
  mandate_employer_id: string
  mandate_duties: readonly string[]
  mandate_to: string
  mandate_stands: boolean
}

/** SQL: the columns of a mandate, joined under this name, on the day of the parameter. */
export const mandateColumns = (mandate: string, day: string) =>
  `${mandate}.id AS mandate_id, ${mandate}.employer_id AS mandate_employer_id, ${mandate}.duties AS mandate_duties,
    ${mandate}.valid_to AS mandate_to,
    (${mandate}.status = 'ACCEPTED' AND ${mandate}.valid_from <= ${day} AND ${mandate}.valid_to >= ${day}) AS mandate_stands`

/** Who acts for their own employer, acting for another that gave it a mandate: with the duties that both gave. */
export function underMandate(
  acting: Acting | undefined,
  { mandate_id, mandate_employer_id, mandate_duties, mandate_to, mandate_stands }: MandateRow,
): Acting | undefined {
  if (acting?.scope !== 'EMPLOYER') return undefined
  return {
    ...acting,
    employerId: mandate_employer_id,
    duties: mandate_stands ? acting.duties.filter((duty) => mandate_duties.includes(duty)) : [],
    mandate: { id: mandate_id, agencyId: acting.employerId, validTo: mandate_to, stands: mandate_stands },
  }
}

/** What stands against an employer, as the query of the viewer joins it. */
export interface BarRow {
  ended_on: string | null
  files_online: boolean
  withdrawn_because: string | null
  lock: LockColumn | null
}

type LockColumn = Record<'number' | 'ground' | 'since' | 'reason' | 'officeZh' | 'officeEn' | 'phone', string>

/** SQL: the columns of it, for an employer of this id (NULL for nobody's), on the day of the parameter. */
export const barColumns = (employerId: string, day: string) =>
  `(SELECT unit.ended_on FROM employer unit WHERE unit.id = ${employerId} AND unit.ended_on <= ${day}) AS ended_on,
    EXISTS (SELECT FROM online_filing filing WHERE filing.employer_id = ${employerId} AND filing.status = 'STANDING'
      AND filing.valid_from <= ${day}) AS files_online,
    (SELECT filing.end_reason FROM online_filing filing WHERE filing.employer_id = ${employerId}
      AND filing.status = 'ENDED' ORDER BY filing.ended_at DESC, filing.id DESC LIMIT 1) AS withdrawn_because,
    (SELECT jsonb_build_object('number', held.number, 'ground', held.ground, 'since', held.locked_on, 'reason', held.explanation,
        'officeZh', COALESCE(office.name_zh, ''), 'officeEn', COALESCE(office.name_en, ''), 'phone', COALESCE(office.phone, ''))
      FROM employer_lock held JOIN employer unit ON unit.id = held.employer_id
        LEFT JOIN LATERAL (SELECT * FROM office ORDER BY office.region = unit.region DESC LIMIT 1) office ON true
      WHERE held.employer_id = ${employerId} AND held.status IN ('LOCKED', 'RELEASE_PROPOSED')) AS lock`

/** Nobody of a unit that was cancelled, or is not approved, files for it. */
export function withBar(
  acting: Acting | undefined,
  { ended_on, files_online, withdrawn_because, lock: held }: BarRow,
): Acting | undefined {
  if (acting?.scope !== 'EMPLOYER') return acting
  if (ended_on !== null) return { ...acting, bar: { kind: 'CANCELLED', lastDay: ended_on } }
  const lock = held ? lockOf(held) : undefined
  if (files_online) return lock ? { ...acting, bar: lock } : acting
  return { ...acting, bar: { kind: 'NOT_APPROVED', reason: withdrawn_because, lock } }
}

const lockOf = ({ ground, ...held }: LockColumn): EmployerLock => ({
  kind: 'LOCKED',
  ...held,
  ground: oneOf(lockGrounds, ground, 'ground of a lock'),
})

/** SQL: whether a membership is in force on the civil date of the parameter. The last day is one of them. */
const inForceOn = (membership: string, day: string) =>
  `${membership}.ended_at IS NULL AND ${membership}.valid_from <= ${day} AND (${membership}.valid_to IS NULL OR ${membership}.valid_to >= ${day})`

/** SQL: the roles the account of a membership has in its scope on a day. */
export const rolesInScope = (membership: string, day: string) =>
  `ARRAY(SELECT held.role FROM membership held WHERE held.account_id = ${membership}.account_id
    AND held.scope_kind = ${membership}.scope_kind AND held.scope_id = ${membership}.scope_id AND ${inForceOn('held', day)})`

/** SQL: the duties a clerk has there; those of every membership in force, should there be more than one. */
export const dutiesInScope = (membership: string, day: string) =>
  `ARRAY(SELECT DISTINCT duty FROM membership held CROSS JOIN unnest(held.duties) duty
    WHERE held.account_id = ${membership}.account_id AND held.scope_kind = ${membership}.scope_kind
    AND held.scope_id = ${membership}.scope_id AND ${inForceOn('held', day)})`

/**
 * What an account acts as today: for the scope that is named, as a clerk or under a mandate, or in the first of its memberships
 * that are in force.
 */
export async function findActing(
  { database, clock }: Platform,
  accountId: string,
  scopeId?: string,
): Promise<Acting | undefined> {
  const [row] = await database.query<ActingRow & BarRow>(
    {
      name: 'membership-acting',
      gate: 'SIGN_IN',
      text: `SELECT m.id AS membership_id, m.scope_kind, m.scope_id, ${rolesInScope('m', '$2')} AS roles,
        ${dutiesInScope('m', '$2')} AS duties, ${partnerColumn('m', '$2')}, ${districtsOf('m.account_id', '$2')} AS districts,
        ${barColumns('m.scope_id', '$2')}
      FROM membership m WHERE m.account_id = $1::uuid AND ${inForceOn('m', '$2')} AND ($3::uuid IS NULL OR m.scope_id = $3::uuid)
      ORDER BY m.valid_from, m.id LIMIT 1`,
    },
    [accountId, clock.today(), scopeId ?? null],
  )
  if (row ?? !scopeId) return row && withBar(actingOf(row), row)
  const [mandated] = await database.query<ActingRow & MandateRow & BarRow>(
    {
      name: 'membership-acting-mandated',
      gate: 'SIGN_IN',
      text: `SELECT m.id AS membership_id, m.scope_kind, m.scope_id, ${rolesInScope('m', '$2')} AS roles,
        ${dutiesInScope('m', '$2')} AS duties, NULL AS partner_kind, NULL::text[] AS districts, ${mandateColumns('mandate', '$2')},
        ${barColumns('mandate.employer_id', '$2')}
      FROM mandate JOIN membership m ON m.account_id = $1::uuid AND m.scope_kind = 'EMPLOYER' AND m.scope_id = mandate.agency_id
        AND ${inForceOn('m', '$2')}
      WHERE mandate.employer_id = $3::uuid AND mandate.status = 'ACCEPTED' AND mandate.valid_from <= $2 AND mandate.valid_to >= $2
      LIMIT 1`,
    },
    [accountId, clock.today(), scopeId],
  )
  return mandated && withBar(underMandate(actingOf(mandated), mandated), mandated)
}

export interface ActedFor {
  employerId: string
  name: string
  registrationNo: string
  /** Last day of the mandate; nothing for the account's own employers. */
  mandateTo: string | null
}

/** Every employer the account may act for today, its own ones first, then by name. */
export async function listActedFor(
  { database, clock }: Platform,
  accountId: string,
  limit: number,
): Promise<ActedFor[]> {
  return database.query<ActedFor>(
    {
      name: 'membership-acted-for',
      text: `SELECT e.id AS "employerId", e.name, e.registration_no AS "registrationNo", acted.until AS "mandateTo" FROM (
        SELECT m.scope_id AS employer_id, NULL AS until FROM membership m
          WHERE m.account_id = $1::uuid AND m.scope_kind = 'EMPLOYER' AND ${inForceOn('m', '$2')}
        UNION SELECT mandate.employer_id, mandate.valid_to FROM membership m JOIN mandate ON mandate.agency_id = m.scope_id
          WHERE m.account_id = $1::uuid AND m.scope_kind = 'EMPLOYER' AND ${inForceOn('m', '$2')}
            AND mandate.status = 'ACCEPTED' AND mandate.valid_from <= $2 AND mandate.valid_to >= $2
      ) acted JOIN employer e ON e.id = acted.employer_id ORDER BY acted.until IS NOT NULL, e.name, e.id LIMIT $3`,
    },
    [accountId, clock.today(), limit],
  )
}

/**
 * The clerk who signs in with this number: an own clerk number, in the first of the clerk's memberships, or the number of an
 * employer, which is the number of whoever has acted for it longest.
 */
export async function findClerkOf(
  { database, clock }: Platform,
  number: string,
): Promise<{ accountId: string; employerId: string } | undefined> {
  const [row] = await database.query<{ accountId: string; employerId: string }>(
    {
      name: 'membership-clerk-of',
      text: `SELECT * FROM (
        (SELECT a.id AS "accountId", m.scope_id AS "employerId" FROM account a
          JOIN membership m ON m.account_id = a.id AND m.scope_kind = 'EMPLOYER' AND ${inForceOn('m', '$2')}
          WHERE a.clerk_no = $1 ORDER BY m.valid_from, m.id LIMIT 1)
        UNION ALL (SELECT a.id, e.id FROM employer e
          JOIN membership m ON m.scope_kind = 'EMPLOYER' AND m.scope_id = e.id AND ${inForceOn('m', '$2')}
          JOIN account a ON a.id = m.account_id
          WHERE e.registration_no = $1 OR e.credit_code = $1 ORDER BY m.valid_from, a.created_at, a.id LIMIT 1)
      ) signer LIMIT 1`,
    },
    [number, clock.today()],
  )
  return row
}

interface Numbered {
  id: string
  staffNo: string | null
  clerkNo: string | null
  operatorNo: string | null
}

/** What the account types to sign in: the employer's number where that opens this account, else the clerk's own. */
export async function findSignInNumber(
  platform: Platform,
  { id, staffNo, clerkNo, operatorNo }: Numbered,
): Promise<string> {
  if (staffNo !== null) return staffNo
  if (operatorNo !== null) return operatorNo
  const [number] = await listEmployerNumbers(platform, id)
  const opened = number === undefined ? undefined : await findClerkOf(platform, number)
  return number !== undefined && opened?.accountId === id ? number : (clerkNo ?? '')
}

/** Registration numbers and credit codes of every employer the account acts for. */
export async function listEmployerNumbers({ database, clock }: Platform, accountId: string): Promise<string[]> {
  const rows = await database.query<{ registration_no: string; credit_code: string }>(
    {
      name: 'membership-employer-numbers',
      text: `SELECT e.registration_no, e.credit_code FROM membership m JOIN employer e ON e.id = m.employer_id
      WHERE m.account_id = $1::uuid AND ${inForceOn('m', '$2')}`,
    },
    [accountId, clock.today()],
  )
  return rows.flatMap(({ registration_no, credit_code }) => [registration_no, credit_code])
}
