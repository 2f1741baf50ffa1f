import { periodsBetween, period as toPeriod, INSURANCES, oneOf } from '@shebao/kernel'
import type { FiveInsurance, Insurance, Period } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { premiumColumns } from '../assessment/index.ts'
import type { NextUnits } from './next-units.repository.ts'

/** What a publication reached back to. */
export interface Publication {
  /** Billed months it holds for, in time. */
  periods: Period[]
  /** The insurances whose premiums it may have changed. */
  insurances: ReadonlySet<FiveInsurance>
}

const premiumParameters = [
  'RATE_PPM',
  'FIXED_AMOUNT',
  'BASE_FLOOR',
  'BASE_CEILING',
  'ROUNDING',
  'AVERAGE_ROUNDING',
  'MATERNITY_MODE',
]

/** The published rows themselves say where they begin; months after the run's own were billed on them. */
export async function findPublication(
  { database }: Platform,
  run: { region: string; proposalId: string; period: string },
): Promise<Publication> {
  const rows = await database.query<{ insurance: string; first: string; last: string | null }>(
    {
      name: 'billing-publication',
      text: `SELECT insurance, min(valid_from) AS first, CASE WHEN bool_or(valid_to IS NULL) THEN NULL ELSE max(valid_to) END AS last
      FROM policy_parameter WHERE proposal_id = $1 AND region = $2 AND name = ANY($3) GROUP BY insurance`,
    },
    [run.proposalId, run.region, premiumParameters],
  )
  const [billed] = await database.query<{ last: string | null }>(
    {
      name: 'billing-last-billed',
      text: `SELECT max(period) AS last FROM payment_notice JOIN employer ON employer.id = employer_id WHERE region = $1`,
    },
    [run.region],
  )
  const first = rows.map((row) => row.first).toSorted((a, b) => (a < b ? -1 : 1))[0]
  const ends = rows.map((row) => row.last ?? '9999-12').toSorted((a, b) => (a < b ? 1 : -1))
  const last = [ends[0] ?? '', billed?.last ?? ''].toSorted((a, b) => (a < b ? -1 : 1))[0]
  return {
    periods: first && last ? periodsBetween(toPeriod(first), toPeriod(last)) : [],
    insurances: new Set(
      rows.flatMap(({ insurance }) => columnsOf(oneOf(['ALL', ...INSURANCES], insurance, 'insurance'))),
    ),
  }
}

function columnsOf(insurance: Insurance | 'ALL'): readonly FiveInsurance[] {
  if (insurance === 'ALL') return premiumColumns
  return [insurance === 'LARGE_MEDICAL' ? 'MEDICAL' : insurance]
}

/** The employers after the cursor that together have about `months` people's months there; as `findNextUnits` otherwise. */
export async function findNextUnitsWithMonths(
  { database }: Platform,
  run: { id: string; region: string; cursor: string },
  periods: readonly string[],
  months: number,
): Promise<NextUnits> {
  const rows = await database.query<{ id: string; rows: number }>(
    {
      text: `SELECT id, count(*)::int AS rows FROM (
        SELECT unit.id FROM employer unit JOIN premium_payment month ON month.employer_id = unit.id AND month.period = ANY($3)
        WHERE unit.region = $1 AND unit.id > $2 AND NOT EXISTS (
          SELECT 1 FROM billing_run_problem known WHERE known.run_id = $5 AND known.employer_id = unit.id)
        ORDER BY unit.id LIMIT $4
      ) part GROUP BY id ORDER BY id`,
    },
    [run.region, run.cursor, periods, months, run.id],
  )
  const full = rows.reduce((sum, row) => sum + row.rows, 0) >= months
  const whole = full && rows.length > 1 ? rows.slice(0, -1) : rows
  return { employerIds: whole.map(({ id }) => id), last: !full }
}

export async function countEmployersWithMonths(
  { database }: Platform,
  region: string,
  periods: readonly string[],
): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    {
      text: `SELECT count(*)::int AS count FROM employer unit WHERE region = $1
        AND EXISTS (SELECT 1 FROM premium_payment month WHERE month.employer_id = unit.id AND month.period = ANY($2))`,
    },
    [region, periods],
  )
  return row?.count ?? 0
}
