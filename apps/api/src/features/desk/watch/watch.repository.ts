import type { Platform } from '../../../platform/platform.ts'
import type { WatchedRow } from './watch-codes.ts'

/** Months of some decades with several employers. */
const mostRows = 600

/**
 * Every month of one person from one month to another, by employer, newest first: in the unit's list or not, billed or not, and when
 * the bank confirmed it. Nothing of a colleague's and no sum of the unit's is read.
 */
export function listWatchedMonths(
  { database }: Platform,
  individualId: string,
  { from, to, employerId }: { from: string; to: string; employerId?: string | undefined },
): Promise<WatchedRow[]> {
  return database.query<WatchedRow>(
    {
      name: 'watched-months',
      text: `WITH month AS (
        SELECT to_char(day, 'YYYY-MM') AS period
        FROM generate_series(($2 || '-01')::timestamp, ($3 || '-01')::timestamp, interval '1 month') AS day),
      declared AS (
        SELECT DISTINCT ON (enrolment.employer_id, month.period) enrolment.employer_id, month.period, enrolment.average_wage
        FROM month JOIN enrolment ON enrolment.individual_id = $1 AND enrolment.superseded_at IS NULL
          AND enrolment.from_period <= month.period AND (enrolment.to_period IS NULL OR enrolment.to_period >= month.period)
        ORDER BY enrolment.employer_id, month.period, enrolment.recorded_at DESC),
      billed AS (
        SELECT premium.employer_id, premium.period, array_agg(DISTINCT premium.status) AS statuses,
          max(premium.average_wage) AS average_wage, max(premium.pension_base) AS base,
          sum(premium.pension_personal + premium.medical_personal + premium.unemployment_personal)
            FILTER (WHERE premium.status <> 'REFUNDED') AS personal,
          min(notice.due_on) FILTER (WHERE premium.status = 'UNPAID') AS due_on, max(premium.posted_on) AS posted_on
        FROM premium_payment premium LEFT JOIN payment_notice notice ON notice.id = premium.notice_id
        WHERE premium.individual_id = $1 AND premium.period BETWEEN $2 AND $3 AND premium.kind <> 'REFUND'
        GROUP BY premium.employer_id, premium.period)
      SELECT employer.id AS "employerId", employer.name AS "employerName", period,
        declared.employer_id IS NOT NULL AS declared,
        COALESCE(billed.average_wage, declared.average_wage)::float8 AS wage, NULLIF(billed.base, 0)::float8 AS base,
        COALESCE(billed.personal, 0)::float8 AS personal, billed.employer_id IS NOT NULL AS billed,
        COALESCE(billed.statuses, '{}') AS statuses, billed.due_on AS "dueOn", billed.posted_on AS "postedOn"
      FROM declared FULL JOIN billed USING (employer_id, period) JOIN employer ON employer.id = employer_id
      WHERE $4::uuid IS NULL OR employer_id = $4
      ORDER BY period DESC, employer.name, employer.id LIMIT ${mostRows}`,
    },
    [individualId, from, to, employerId ?? null],
  )
}

export interface WatchedEmployer {
  id: string
  name: string
  firstPeriod: string
  /** Nothing while it lasts. */
  lastPeriod: string | null
}

/** The employers a person is or was with, the present one first. */
export function listWatchedEmployers({ database }: Platform, individualId: string): Promise<WatchedEmployer[]> {
  return database.query<WatchedEmployer>(
    {
      name: 'watched-employers',
      text: `SELECT employer.id, employer.name, min(from_period) AS "firstPeriod",
        CASE WHEN bool_or(to_period IS NULL) THEN NULL ELSE max(to_period) END AS "lastPeriod"
      FROM enrolment JOIN employer ON employer.id = employer_id
      WHERE individual_id = $1 AND superseded_at IS NULL GROUP BY employer.id, employer.name
      ORDER BY bool_or(to_period IS NULL) DESC, max(to_period) DESC NULLS FIRST, employer.name LIMIT 100`,
    },
    [individualId],
  )
}
