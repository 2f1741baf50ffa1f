import type { Platform } from '../../../platform/platform.ts'

export interface NextUnits {
  employerIds: string[]
  /** The region has no employer after these. */
  last: boolean
}

/**
 * The employers after the cursor that together have about `people` people in the month, at least one however large it is. Those
 * the run has a problem with already are passed over. Who joins after the month is counted as well, so that an index alone answers.
 */
export async function findNextUnits(
  { database }: Platform,
  run: { id: string; region: string; period: string; cursor: string },
  people: number,
): Promise<NextUnits> {
  const rows = await database.query<{ id: string; rows: number }>(
    {
      // Without a name: only with its numbers before it does the planner see that it may stop early.
      text: `SELECT id, count(*)::int AS rows FROM (
        SELECT unit.id FROM employer unit
        LEFT JOIN enrolment person ON person.employer_id = unit.id AND person.superseded_at IS NULL AND (person.to_period IS NULL OR person.to_period >= $3)
        WHERE unit.region = $1 AND unit.id > $2 AND NOT EXISTS (
          SELECT 1 FROM billing_run_problem known WHERE known.run_id = $5 AND known.employer_id = unit.id)
        ORDER BY unit.id LIMIT $4
      ) part GROUP BY id ORDER BY id`,
    },
    [run.region, run.cursor, run.period, people, run.id],
  )
  const full = rows.reduce((sum, row) => sum + row.rows, 0) >= people
  // The last one may have more people than were counted; unless it is alone it opens the next batch.
  const whole = full && rows.length > 1 ? rows.slice(0, -1) : rows
  return { employerIds: whole.map(({ id }) => id), last: !full }
}

export async function countEmployers({ database }: Platform, region: string): Promise<number> {
  return database.prisma.employer.count({ where: { region } })
}

export interface MonthAhead {
  employers: number
  people: number
  /** Employers whose notice of the month exists already. */
  billed: number
  /** What the employers without a notice were billed with for the month before, in fen; what comes will be near it. */
  lastMonth: bigint
}

/** What a run of the month would have to do: employers with people and without a notice, and those people. */
export async function findMonthAhead(
  { database }: Platform,
  region: string,
  period: string,
  before: string,
): Promise<MonthAhead> {
  const [row] = await database.query<MonthAhead>(
    {
      text: `SELECT count(*) FILTER (WHERE NOT billed AND people > 0)::int AS employers,
        COALESCE(sum(people) FILTER (WHERE NOT billed), 0)::int AS people, count(*) FILTER (WHERE billed)::int AS billed,
        COALESCE(sum(before) FILTER (WHERE NOT billed), 0)::bigint AS "lastMonth"
      FROM (
        SELECT EXISTS (SELECT 1 FROM payment_notice notice WHERE notice.employer_id = unit.id AND notice.period = $2
            AND notice.kind IN ('NORMAL', 'DEEMED')) AS billed,
          (SELECT count(DISTINCT individual_id) FROM enrolment WHERE employer_id = unit.id AND superseded_at IS NULL AND from_period <= $2
            AND (to_period IS NULL OR to_period >= $2)) AS people,
          (SELECT sum(employer_total + personal_total) FROM payment_notice notice WHERE notice.employer_id = unit.id
            AND notice.period = $3 AND notice.kind IN ('NORMAL', 'DEEMED')) AS before
        FROM employer unit WHERE unit.region = $1
      ) unit`,
    },
    [region, period, before],
  )
  return row ?? { employers: 0, people: 0, billed: 0, lastMonth: 0n }
}

export async function findOfficeRegion({ database }: Platform): Promise<string | undefined> {
  const office = await database.prisma.office.findFirst({ select: { region: true } })
  return office?.region
}
