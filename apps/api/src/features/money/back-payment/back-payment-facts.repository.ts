import type { Platform } from '../../../platform/platform.ts'

/** Somebody the employer has or had, with the insurances of their latest enrolment. */
export interface OwnPerson {
  individualId: string
  idMasked: string
  nameMasked: string
  personal: Uint8Array
  /** The earliest the employer ever named. */
  hireDate: string
  /** Of the latest enrolment; null while the person is there. */
  leaveDate: string | null
  pension: boolean
  medical: boolean
  unemployment: boolean
  workInjury: boolean
  maternity: boolean
}

const personColumns = `person.id AS "individualId", person.id_masked AS "idMasked", person.name_masked AS "nameMasked", person.personal,
  (SELECT min(hire_date) FROM enrolment any_time WHERE any_time.individual_id = person.id AND any_time.employer_id = $1
    AND any_time.superseded_at IS NULL) AS "hireDate",
  own.leave_date AS "leaveDate", own.pension, own.medical, own.unemployment, own.work_injury AS "workInjury", own.maternity`
const latest = `FROM enrolment own JOIN individual person ON person.id = own.individual_id WHERE own.employer_id = $1 AND own.superseded_at IS NULL`

/** In the order of the hashes; undefined where the employer never had such a person. */
export async function findByIdHash(
  { database }: Platform,
  employerId: string,
  hashes: readonly Uint8Array[],
): Promise<(OwnPerson | undefined)[]> {
  const rows = await database.query<OwnPerson & { hash: string }>(
    {
      name: 'back-payment-people-by-hash',
      text: `SELECT DISTINCT ON (person.id) encode(person.id_hash, 'hex') AS hash, ${personColumns} ${latest}
        AND person.id_hash = ANY($2::bytea[]) ORDER BY person.id, own.from_period DESC`,
    },
    [employerId, hashes],
  )
  const byHash = new Map(rows.map(({ hash, ...person }) => [hash, person]))
  return hashes.map((hash) => byHash.get(Buffer.from(hash).toString('hex')))
}

export async function findByIds(
  { database }: Platform,
  employerId: string,
  ids: readonly string[],
): Promise<Map<string, OwnPerson>> {
  const rows = await database.query<OwnPerson>(
    {
      name: 'back-payment-people',
      text: `SELECT DISTINCT ON (person.id) ${personColumns} ${latest} AND person.id = ANY($2::uuid[])
        ORDER BY person.id, own.from_period DESC`,
    },
    [employerId, ids],
  )
  return new Map(rows.map((person) => [person.individualId, person]))
}

/** What is on record of a person's month, whatever of it stands in the way. */
export interface MonthFacts {
  individualId: string
  period: string
  billed: boolean
  /** Pension or medical with another employer. */
  elsewhere: boolean
  /** The unit's month was deemed and is not declared yet. */
  deemed: boolean
  /** The person was enrolled and the unit has no notice of the month: the monthly run will bill it. */
  waitsForRun: boolean
  /** Number of another request for the month that is under way. */
  appliedAs: string | null
}

export function listMonthFacts(
  { database }: Platform,
  employerId: string,
  months: readonly { individualId: string; period: string }[],
  exceptId: string | undefined,
): Promise<MonthFacts[]> {
  return database.query<MonthFacts>(
    {
      name: 'back-payment-facts',
      gate: 'ELSEWHERE',
      text: `SELECT asked.individual_id AS "individualId", asked.period,
        EXISTS (SELECT 1 FROM premium_payment month WHERE month.individual_id = asked.individual_id AND month.period = asked.period
          AND month.employer_id = $1 AND month.kind IN ('NORMAL', 'BACK_PAYMENT')) AS billed,
        EXISTS (SELECT 1 FROM premium_payment month WHERE month.individual_id = asked.individual_id AND month.period = asked.period
          AND month.employer_id <> $1 AND month.kind IN ('NORMAL', 'BACK_PAYMENT') AND month.status <> 'REFUNDED'
          AND (month.pension_base > 0 OR month.medical_base > 0)) AS elsewhere,
        EXISTS (SELECT 1 FROM payment_notice notice WHERE notice.employer_id = $1 AND notice.period = asked.period
          AND notice.kind = 'DEEMED' AND notice.declaration_id IS NULL) AS deemed,
        EXISTS (SELECT 1 FROM enrolment own WHERE own.individual_id = asked.individual_id AND own.employer_id = $1
          AND own.superseded_at IS NULL AND own.from_period <= asked.period AND (own.to_period IS NULL OR own.to_period >= asked.period))
        AND NOT EXISTS (SELECT 1 FROM payment_notice notice WHERE notice.employer_id = $1 AND notice.period = asked.period
          AND notice.kind IN ('NORMAL', 'DEEMED')) AS "waitsForRun",
        (SELECT number FROM back_payment_month other JOIN back_payment request ON request.id = other.back_payment_id
          WHERE other.individual_id = asked.individual_id AND other.period = asked.period AND request.employer_id = $1
            AND request.status IN ('APPLIED', 'CHECKED') AND request.id IS DISTINCT FROM $4::uuid LIMIT 1) AS "appliedAs"
      FROM unnest($2::uuid[], $3::text[]) AS asked(individual_id, period)`,
    },
    [employerId, months.map(({ individualId }) => individualId), months.map(({ period }) => period), exceptId ?? null],
  )
}
