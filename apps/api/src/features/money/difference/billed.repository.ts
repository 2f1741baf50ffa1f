import type { Platform } from '../../../platform/platform.ts'
import { covers } from '../assessment/index.ts'
import { ownMonth } from '../month/index.ts'

/** Some of a unit's people with everything that was billed for one of their months; texts of one entry a person. */
export interface BilledPeople {
  employerId: string
  people: number
  individualIds: string
  wages: string
  /** As in `listEnrolled`. */
  flags: string
  /** The next number of a difference of this month. */
  sequences: string
  pensionEmployer: string
  pensionPersonal: string
  medicalEmployer: string
  medicalPersonal: string
  unemploymentEmployer: string
  unemploymentPersonal: string
  workInjuryEmployer: string
  maternityEmployer: string
}

const billedAmounts = {
  pensionEmployer: 'pension_employer',
  pensionPersonal: 'pension_personal',
  medicalEmployer: 'medical_employer',
  medicalPersonal: 'medical_personal',
  unemploymentEmployer: 'unemployment_employer',
  unemploymentPersonal: 'unemployment_personal',
  workInjuryEmployer: 'work_injury_employer',
  maternityEmployer: 'maternity_employer',
} as const

export const texts = (columns: readonly (readonly [string, string])[]) =>
  columns.map(([name, column]) => `string_agg(${column}::text, ',') AS "${name}"`).join(', ')
export const named = Object.entries(billedAmounts)

/** SQL: the average that the declaration of $6 and $7 gave somebody's month, if it did. */
const declaredWage = `(SELECT own.average_wage FROM enrolment own
  WHERE own.employer_id = month.employer_id AND own.individual_id = month.individual_id AND ${covers('own')}
    AND own.source = 'DECLARATION' AND own.source_id = $6::uuid AND own.source_version = $7::int
  ORDER BY own.from_period DESC LIMIT 1)`

/** The version of a declaration whose acceptance changed what holds of billed months. */
export interface DeclaredVersion {
  declarationId: string
  version: number
}

/**
 * What the units' people were billed for a month, all rows of each person together; at most `limit` people after the key. With a
 * declaration the average is the one it gave the month; then `onlyDeclared` leaves out for whom it gave none. A month of which
 * anything was refunded is left out: what it was refunded for decides what is right, and a person decides that.
 */
export function listBilled(
  { database }: Platform,
  employerIds: readonly string[],
  period: string,
  after: { employerId: string; individualId: string },
  limit: number,
  { declared, onlyDeclared }: { declared: DeclaredVersion | undefined; onlyDeclared: boolean },
): Promise<BilledPeople[]> {
  return database.query<BilledPeople>(
    {
      text: `SELECT employer_id AS "employerId", count(*)::int AS people, ${texts([['individualIds', 'individual_id'], ['wages', 'wage'], ['flags', 'flags'], ['sequences', 'sequence'], ...named])}
      FROM (
        SELECT month.employer_id, month.individual_id,
          COALESCE(${declaredWage}, (array_agg(average_wage
            ORDER BY CASE kind WHEN 'BACK_PAYMENT' THEN 0 WHEN 'NORMAL' THEN 1 ELSE 2 END, sequence DESC))[1]) AS wage,
          bool_and(pension_base = 0)::int + 2 * bool_and(medical_base = 0)::int + 4 * bool_and(unemployment_base = 0)::int
            + 8 * bool_and(work_injury_base = 0)::int + 16 * bool_and(maternity_base = 0 AND medical_base = 0)::int
            + 32 * bool_or(EXISTS (
              SELECT 1 FROM enrolment own JOIN enrolment earlier
                ON earlier.individual_id = own.individual_id AND earlier.employer_id <> own.employer_id
              WHERE own.individual_id = month.individual_id AND own.employer_id = month.employer_id AND ${covers('own')}
                AND earlier.medical AND ${covers('earlier')}
                AND (earlier.from_period, earlier.employer_id) < (own.from_period, own.employer_id)))::int AS flags,
          COALESCE(max(sequence) FILTER (WHERE kind = 'DIFFERENCE'), -1) + 1 AS sequence,
          ${named.map(([, column]) => `sum(${column})::bigint AS ${column}`).join(', ')}
        FROM premium_payment month
        WHERE month.employer_id = ANY($1::uuid[]) AND month.period = $2 AND ${ownMonth('month')}
          AND (month.employer_id, month.individual_id) > ($3::uuid, $4::uuid)
        GROUP BY month.employer_id, month.individual_id
        HAVING NOT bool_or(kind = 'REFUND' OR status = 'REFUNDED') AND (NOT $8::boolean OR ${declaredWage} IS NOT NULL)
        ORDER BY month.employer_id, month.individual_id LIMIT $5
      ) person GROUP BY employer_id ORDER BY employer_id`,
    },
    [
      employerIds,
      period,
      after.employerId,
      after.individualId,
      limit,
      declared?.declarationId ?? null,
      declared?.version ?? null,
      onlyDeclared,
    ],
  )
}
