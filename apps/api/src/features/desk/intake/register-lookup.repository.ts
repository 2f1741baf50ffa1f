import type { Platform } from '../../../platform/platform.ts'

/** What the register has of the employers and people that a file names: a question for all rows, not for each. */

export interface KnownEmployer {
  id: string
  registrationNo: string
  creditCode: string
  region: string
}

/** By registration number or credit code, either of which a file may give. */
export function findEmployersByNumber({ database }: Platform, numbers: readonly string[]): Promise<KnownEmployer[]> {
  return database.query<KnownEmployer>(
    {
      name: 'import-known-employers',
      text: `SELECT id, registration_no AS "registrationNo", credit_code AS "creditCode", region FROM employer
        WHERE registration_no = ANY($1::text[]) OR credit_code = ANY($1::text[])`,
    },
    [numbers],
  )
}

export interface KnownPerson {
  id: string
  idHash: Uint8Array
  personal: Uint8Array
}

export function findPeopleByHash({ database }: Platform, hashes: readonly Uint8Array[]): Promise<KnownPerson[]> {
  return database.query<KnownPerson>(
    {
      name: 'import-known-people',
      text: 'SELECT id, id_hash AS "idHash", personal FROM individual WHERE id_hash = ANY($1::bytea[])',
    },
    [hashes],
  )
}

export interface KnownSpell {
  employerId: string
  individualId: string
  fromPeriod: string
  toPeriod: string | null
}

/** Where these people are enrolled with these employers, as far as it is known now. */
export function findSpells(
  { database }: Platform,
  employerIds: readonly string[],
  individualIds: readonly string[],
): Promise<KnownSpell[]> {
  return database.query<KnownSpell>(
    {
      name: 'import-known-spells',
      text: `SELECT employer_id AS "employerId", individual_id AS "individualId", from_period AS "fromPeriod", to_period AS "toPeriod"
        FROM enrolment WHERE superseded_at IS NULL AND employer_id = ANY($1::uuid[]) AND individual_id = ANY($2::uuid[])`,
    },
    [employerIds, individualIds],
  )
}

export interface KnownMonth {
  employerId: string
  individualId: string
  period: string
}

/** Months of these people with these employers that stand on record. */
export function findMonthsOf(
  { database }: Platform,
  employerIds: readonly string[],
  individualIds: readonly string[],
): Promise<KnownMonth[]> {
  return database.query<KnownMonth>(
    {
      name: 'import-known-months',
      text: `SELECT DISTINCT employer_id AS "employerId", individual_id AS "individualId", period FROM premium_payment
        WHERE employer_id = ANY($1::uuid[]) AND individual_id = ANY($2::uuid[])`,
    },
    [employerIds, individualIds],
  )
}

/** Months of these employers for which there is a bill, whoever is in it. */
export function findBilledMonths(
  { database }: Platform,
  employerIds: readonly string[],
): Promise<{ employerId: string; period: string }[]> {
  return database.query(
    {
      name: 'import-billed-months',
      text: `SELECT DISTINCT employer_id AS "employerId", period FROM payment_notice
        WHERE employer_id = ANY($1::uuid[]) AND kind IN ('NORMAL', 'DEEMED', 'OPENING')`,
    },
    [employerIds],
  )
}
