import type { Platform } from '../../../platform/platform.ts'
import type { Outcome } from './compare-day.ts'

export async function countOpenItems({ database }: Platform, day: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    {
      name: 'reconciliation-count-open',
      text: 'SELECT count(*)::int AS count FROM reconciliation_item WHERE day = $1 AND resolution IS NULL',
    },
    [day],
  )
  return row?.count ?? 0
}

/** Other days that items of this day name. */
export async function listOtherDays({ database }: Platform, day: string): Promise<string[]> {
  const rows = await database.query<{ day: string }>(
    {
      name: 'reconciliation-other-days',
      text: `SELECT DISTINCT other.day FROM reconciliation_item item
      JOIN reconciliation_day other ON other.day = item.other_day AND other.status = 'OPEN'
      WHERE item.day = $1 AND other.day <> $1 ORDER BY 1 LIMIT 31`,
    },
    [day],
  )
  return rows.map((row) => row.day)
}

export interface DayHead {
  day: string
  status: 'OPEN' | 'CLOSED'
  comparedAt: Date | null
  closedAt: Date | null
  closedByName: string | null
}

const head = `SELECT day.day, day.status, day.compared_at AS "comparedAt", day.closed_at AS "closedAt",
    account.display_name AS "closedByName"
  FROM reconciliation_day day LEFT JOIN account ON account.id = day.closed_by`

/** Newest first. */
export function listDayHeads(
  { database }: Platform,
  page: { before: string | undefined; openOnly: boolean; limit: number },
): Promise<DayHead[]> {
  return database.query(
    {
      name: 'reconciliation-day-heads',
      text: `${head} WHERE ($1::text IS NULL OR day.day < $1) AND (NOT $2::boolean OR day.status = 'OPEN')
      ORDER BY day.day DESC LIMIT $3`,
    },
    [page.before ?? null, page.openOnly, page.limit],
  )
}

export async function findDayHead({ database }: Platform, day: string): Promise<DayHead | undefined> {
  const [row] = await database.query<DayHead>({ name: 'reconciliation-day-head', text: `${head} WHERE day.day = $1` }, [
    day,
  ])
  return row
}

export interface OutcomeTotal {
  day: string
  outcome: Outcome
  count: number
  open: number
  system: bigint
  bank: bigint
  treasury: bigint
}

/** What the items of these days come to, by outcome. */
export function listOutcomeTotals({ database }: Platform, days: readonly string[]): Promise<OutcomeTotal[]> {
  return database.query(
    {
      name: 'reconciliation-outcome-totals',
      text: `SELECT day, outcome, count(*)::int AS count, (count(*) FILTER (WHERE resolution IS NULL))::int AS open,
        COALESCE(SUM(system_amount), 0)::bigint AS system, COALESCE(SUM(bank_amount), 0)::bigint AS bank,
        COALESCE(SUM(treasury_amount), 0)::bigint AS treasury
      FROM reconciliation_item WHERE day = ANY($1::text[]) GROUP BY day, outcome`,
    },
    [days],
  )
}

/** Payments that reached the office by its own books, by value date; what was taken back is not among them. */
export function listSystemTotals(
  { database }: Platform,
  days: readonly string[],
): Promise<{ day: string; count: number; amount: bigint }[]> {
  return database.query(
    {
      name: 'reconciliation-system-totals',
      text: `SELECT value_date AS day, count(*)::int AS count, SUM(amount)::bigint AS amount FROM payment
      WHERE value_date = ANY($1::text[]) AND bank_reference IS NOT NULL GROUP BY value_date`,
    },
    [days],
  )
}
