import type { FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'

/** Somebody of a list as the register has them with a unit: the spell that is open, else the last one. */
export interface KnownPerson {
  idHash: Uint8Array
  individualId: string
  enrolmentId: string
  hireDate: string
  fromPeriod: string
  toPeriod: string | null
  averageWage: bigint
  insurances: FiveInsurance[]
  employmentForm: string
  householdType: string
  idMasked: string
  nameMasked: string
}

const insurances = `array_remove(ARRAY[CASE WHEN e.pension THEN 'PENSION' END, CASE WHEN e.medical THEN 'MEDICAL' END,
  CASE WHEN e.unemployment THEN 'UNEMPLOYMENT' END, CASE WHEN e.work_injury THEN 'WORK_INJURY' END, CASE WHEN e.maternity THEN 'MATERNITY' END], NULL)`

/** By the keyed hashes of their numbers, in one statement; who was never with the unit is absent. */
export function listKnownPeople(
  { database }: Platform,
  employerId: string,
  idHashes: readonly Uint8Array[],
): Promise<KnownPerson[]> {
  if (idHashes.length === 0) return Promise.resolve([])
  return database.query<KnownPerson>(
    {
      name: 'enrolment-known-people',
      text: `SELECT DISTINCT ON (i.id) i.id_hash AS "idHash", i.id AS "individualId", e.id AS "enrolmentId", e.hire_date AS "hireDate",
          (SELECT min(first.from_period) FROM enrolment first WHERE first.spell_id = e.spell_id AND first.employer_id = $2
            AND first.individual_id = i.id AND first.superseded_at IS NULL) AS "fromPeriod",
          e.to_period AS "toPeriod", e.average_wage AS "averageWage", ${insurances} AS insurances,
          e.employment_form AS "employmentForm", e.household_type AS "householdType", i.id_masked AS "idMasked", i.name_masked AS "nameMasked"
        FROM individual i JOIN enrolment e ON e.individual_id = i.id AND e.employer_id = $2 AND e.superseded_at IS NULL
        WHERE i.id_hash = ANY($1::bytea[]) ORDER BY i.id, e.from_period DESC`,
    },
    [idHashes.map((hash) => Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength)), employerId],
  )
}

export interface InsuredPerson {
  sex: string
  birthDate: string
  idType: string
  personal: Uint8Array
}

/** Of these, who is with the unit now. */
export function listInsuredPeople(
  { database }: Pick<Platform, 'database'>,
  employerId: string,
  individualIds: readonly string[],
): Promise<(InsuredPerson & { id: string })[]> {
  return database.query<InsuredPerson & { id: string }>(
    {
      name: 'enrolment-insured-people',
      text: `SELECT i.id, i.sex, i.birth_date AS "birthDate", i.id_type AS "idType", i.personal FROM individual i
        WHERE i.id = ANY($2::uuid[]) AND EXISTS (SELECT 1 FROM enrolment e WHERE e.employer_id = $1 AND e.individual_id = i.id
          AND e.to_period IS NULL AND e.superseded_at IS NULL)`,
    },
    [employerId, individualIds],
  )
}
