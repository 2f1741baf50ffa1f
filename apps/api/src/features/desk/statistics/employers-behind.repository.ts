import type { Platform } from '../../../platform/platform.ts'
import { anyInsurance } from './statistics-codes.ts'
import type { StatisticMeasure, StatisticSelection } from './statistics-codes.ts'

export interface EmployerBehind {
  id: string
  name: string
  registrationNo: string
  industry: string
  district: string
  people: number
  base: bigint
  charged: bigint
  settled: bigint
  /** Billed and neither paid nor written off. */
  open: bigint
}

const measures: Readonly<Record<StatisticMeasure, string>> = {
  PEOPLE: 'people',
  BASE: 'base',
  CHARGED: 'charged',
  SETTLED: 'settled',
  OPEN: 'open',
}

/** What a cursor of this order holds. */
export const measureOf = (measure: StatisticMeasure, row: EmployerBehind): string =>
  String({ PEOPLE: row.people, BASE: row.base, CHARGED: row.charged, SETTLED: row.settled, OPEN: row.open }[measure])

/** The employers whom a figure counts, the largest first. Their sums are those of the figure. */
export function listEmployersBehind(
  { database }: Platform,
  { from, to, insurance, industry, district }: StatisticSelection,
  order: StatisticMeasure,
  page: { after: readonly [string, string] | undefined; limit: number },
): Promise<EmployerBehind[]> {
  const [value = null, id = null] = page.after ?? []
  const heads = insurance === undefined ? `month.insurance = '${anyInsurance}'` : 'true'
  const by = measures[order]
  // Who owes nothing more, was billed nothing or had nobody is none of those whom the figure counts.
  return database.query<EmployerBehind>(
    {
      text: `WITH unit AS (
        SELECT month.employer_id AS id, COALESCE(sum(month.people) FILTER (WHERE ${heads} AND month.period = $2), 0)::int AS people,
          COALESCE(sum(month.base) FILTER (WHERE ${heads}), 0)::bigint AS base, sum(month.charged)::bigint AS charged,
          sum(month.settled)::bigint AS settled, sum(month.charged - month.settled - month.written_off)::bigint AS open
        FROM statistic_month month
        WHERE month.period BETWEEN $1 AND $2 AND ($3::text IS NULL OR month.insurance = $3)
          AND ($4::text IS NULL OR month.industry = $4) AND ($5::text IS NULL OR month.district = $5)
        GROUP BY month.employer_id),
      page AS (
        SELECT * FROM unit WHERE ${by} > 0 AND ($6::bigint IS NULL OR (${by}, id) < ($6, $7::uuid)) ORDER BY ${by} DESC, id DESC LIMIT $8)
      SELECT page.*, employer.name, employer.registration_no AS "registrationNo", employer.industry,
        district_of(employer.registration_no) AS district
      FROM page JOIN employer USING (id) ORDER BY ${by} DESC, id DESC`,
    },
    [from, to, insurance ?? null, industry ?? null, district ?? null, value, id, page.limit],
  )
}
