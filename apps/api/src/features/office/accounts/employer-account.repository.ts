import type { Platform } from '../../../platform/platform.ts'

export interface EmployerAccountRow {
  id: string
  registrationNo: string
  creditCode: string
  name: string
  address: string
  /** The clerk's account, once a letter was made. */
  accountId: string | null
  /** Somebody set its password. */
  opened: boolean
  /** Until when a letter that was not used opens it. */
  openUntil: Date | null
}

const utc = (instant: Date) => instant.toISOString().replace('Z', '')

/** SQL: employers of the region of the office $1, with the clerk's account that is in force on the day $2 at the instant $3. */
const employerAccounts = `SELECT e.id, e.registration_no AS "registrationNo", e.credit_code AS "creditCode", e.name,
    e.registered_address AS address, clerk.id AS "accountId", COALESCE(clerk.password_hash <> '', false) AS opened,
    letter.expires_at AS "openUntil"
  FROM employer e JOIN office o ON o.region = e.region AND o.id = $1::uuid
  LEFT JOIN LATERAL (SELECT a.id, a.password_hash FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.scope_kind = 'EMPLOYER' AND m.scope_id = e.id AND m.ended_at IS NULL AND m.valid_from <= $2
      AND (m.valid_to IS NULL OR m.valid_to >= $2) ORDER BY m.valid_from, a.created_at, a.id LIMIT 1) clerk ON true
  LEFT JOIN LATERAL (SELECT c.expires_at FROM one_time_code c WHERE c.account_id = clerk.id AND c.used_at IS NULL
      AND c.revoked_at IS NULL AND c.expires_at > $3::timestamp ORDER BY c.issued_at DESC LIMIT 1) letter ON true`

const facts = ({ clock }: Platform, officeId: string) => [officeId, clock.today(), utc(clock.now())]

/** Employers whose clerk never set a password, by registration number; those that have a letter already left out if wanted, and those of
 * district offices at which the asker does not stand: nobody is offered a letter that they may not make. */
export async function listUnopenedEmployers(
  platform: Platform,
  officeId: string,
  asked: { withoutLetter: boolean; after: string | undefined; limit: number; districts: readonly string[] | undefined },
): Promise<EmployerAccountRow[]> {
  return platform.database.query<EmployerAccountRow>(
    {
      name: 'employer-accounts-unopened',
      text: `SELECT * FROM (${employerAccounts} WHERE $7::text[] IS NULL OR NOT EXISTS (SELECT FROM district_region place
          WHERE place.region = e.district AND place.district_id::text <> ALL($7))) listed
        WHERE NOT opened AND (NOT $4::boolean OR "openUntil" IS NULL)
        AND ($5::text IS NULL OR "registrationNo" > $5) ORDER BY "registrationNo" LIMIT $6`,
    },
    [...facts(platform, officeId), asked.withoutLetter, asked.after ?? null, asked.limit, asked.districts ?? null],
  )
}

/** By registration number or credit code. */
export async function findEmployerAccount(
  platform: Platform,
  officeId: string,
  number: string,
): Promise<EmployerAccountRow | undefined> {
  const [row] = await platform.database.query<EmployerAccountRow>(
    {
      name: 'employer-account-by-number',
      text: `${employerAccounts} WHERE e.registration_no = $4 OR e.credit_code = $4`,
    },
    [...facts(platform, officeId), number],
  )
  return row
}

/** In the order of their numbers; those of another office are left out. Held, so that two letters at once make one account. */
export async function lockEmployerAccounts(
  platform: Platform,
  officeId: string,
  employerIds: readonly string[],
): Promise<EmployerAccountRow[]> {
  await platform.database.query({ text: 'SELECT id FROM employer WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE' }, [
    employerIds,
  ])
  return platform.database.query<EmployerAccountRow>(
    {
      name: 'employer-accounts-by-id',
      text: `${employerAccounts} WHERE e.id = ANY($4::uuid[]) ORDER BY e.registration_no`,
    },
    [...facts(platform, officeId), employerIds],
  )
}
