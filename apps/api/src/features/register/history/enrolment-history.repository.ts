import type { FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { Origin } from './origin.ts'
import { joinOrigin, knownAt, originColumns } from './particulars-history.repository.ts'

/** A stretch of months in which the same held of a person with a unit. Names and numbers are masked. */
export interface HeldEnrolment extends Origin {
  id: string
  individualId: string
  nameMasked: string
  idMasked: string
  fromPeriod: string
  toPeriod: string | null
  hireDate: string
  leaveDate: string | null
  stopReason: string | null
  averageWage: bigint
  insurances: FiveInsurance[]
  /** Rows there are of the person with the unit, this one and those that are known better now included. */
  rows: number
}

const columns = `held.id, held.individual_id AS "individualId", person.name_masked AS "nameMasked", person.id_masked AS "idMasked",
  held.from_period AS "fromPeriod", held.to_period AS "toPeriod", held.hire_date AS "hireDate", held.leave_date AS "leaveDate",
  held.stop_reason AS "stopReason", held.average_wage AS "averageWage",
  array_remove(ARRAY[${(['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const)
    .map((code) => `CASE WHEN held.${code.toLowerCase()} THEN '${code}' END`)
    .join(', ')}], NULL) AS insurances,
  (SELECT count(*) FROM enrolment every WHERE every.individual_id = held.individual_id AND every.employer_id = held.employer_id)::int AS rows,
  ${originColumns('held')}`

export interface PersonKey {
  hireDate: string
  id: string
}

/** Who was insured with the unit in a month, as it is known now or was known at an instant; in the order of the roster. */
export function listHeldEnrolments(
  { database }: Platform,
  employerId: string,
  asked: {
    period: string
    asKnownOn: Date | undefined
    after: PersonKey | undefined
    limit: number
    /** These people alone. */
    among: readonly string[] | undefined
  },
): Promise<HeldEnrolment[]> {
  return database.query<HeldEnrolment>(
    {
      name: 'history-enrolments',
      text: `SELECT ${columns} FROM enrolment held JOIN individual person ON person.id = held.individual_id ${joinOrigin('held')}
      WHERE held.employer_id = $1 AND ${knownAt('held')} AND held.from_period <= $3 AND (held.to_period IS NULL OR held.to_period >= $3)
        AND ($4::text IS NULL OR (held.hire_date, held.id) > ($4::text, $5::uuid))
        AND ($7::uuid[] IS NULL OR held.individual_id = ANY($7::uuid[]))
      ORDER BY held.hire_date, held.id LIMIT $6`,
    },
    [
      employerId,
      asked.asKnownOn ?? null,
      asked.period,
      asked.after?.hireDate ?? null,
      asked.after?.id ?? null,
      asked.limit,
      asked.among ?? null,
    ],
  )
}

/** As many as one surname and length of name has in the largest unit. */
const mostNamesakes = 10_000

/** Who ever was with a unit and has a number, or a name that is masked alike; the names themselves are sealed. */
export function listPeopleLike(
  { database }: Platform,
  employerId: string,
  like: { idHash: Uint8Array | undefined; nameMasked: string },
): Promise<{ id: string; personal: Uint8Array }[]> {
  const { idHash, nameMasked } = like
  return database.query<{ id: string; personal: Uint8Array }>(
    {
      name: 'history-people-like',
      text: `SELECT person.id, person.personal FROM individual person
      WHERE (person.id_hash = $2 OR ($2::bytea IS NULL AND person.name_masked = $3))
        AND EXISTS (SELECT 1 FROM enrolment held WHERE held.individual_id = person.id AND held.employer_id = $1) LIMIT ${mostNamesakes}`,
    },
    [employerId, idHash === undefined ? null : Buffer.from(idHash), nameMasked],
  )
}

/** More than anybody's base changes in a life. */
const mostRows = 200

/** Everything that is or was known of a person with a unit: what stands by its months, newest first, then what was known before. */
export function listEnrolmentHistory(
  { database }: Platform,
  employerId: string,
  individualId: string,
): Promise<HeldEnrolment[]> {
  return database.query<HeldEnrolment>(
    {
      name: 'history-of-a-person',
      text: `SELECT ${columns} FROM enrolment held JOIN individual person ON person.id = held.individual_id ${joinOrigin('held')}
      WHERE held.employer_id = $1 AND held.individual_id = $2
      ORDER BY (held.superseded_at IS NOT NULL), held.superseded_at DESC, held.from_period DESC, held.id LIMIT ${mostRows}`,
    },
    [employerId, individualId],
  )
}
