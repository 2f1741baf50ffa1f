import type { Platform } from '../../../platform/platform.ts'
import { allTogether, anyInsurance } from './statistics-codes.ts'
import type { StatisticDimension, StatisticSelection } from './statistics-codes.ts'

export interface CellSum {
  key: string
  employers: number
  people: number
  base: bigint
  charged: bigint
  settled: bigint
  writtenOff: bigint
}

const columns: Readonly<Record<StatisticDimension, string>> = {
  PERIOD: 'period',
  INSURANCE: 'insurance',
  INDUSTRY: 'industry',
  DISTRICT: 'district',
}

/**
 * The sums that are kept, by one dimension. Money is of all months; people and employers are of the last month, since
 * the same ones are there month after month, but beside each other by month. Without an insurance people are counted once, whatever
 * they are insured in, and money is that of all five. Whatever is neither shown nor asked for by name is read as the total that is
 * kept of it: no cell is added up to what is known already.
 */
export function sumCells(
  { database }: Platform,
  by: StatisticDimension,
  { from, to, insurance, industry, district }: StatisticSelection,
): Promise<CellSum[]> {
  const heads = by === 'INSURANCE' || insurance !== undefined ? 'true' : `insurance = '${anyInsurance}'`
  const month = by === 'PERIOD' ? '' : 'AND period = $2'
  const counted = (what: string) => `COALESCE(sum(${what}) FILTER (WHERE ${heads} ${month}), 0)::int`
  const base = `COALESCE(sum(base) FILTER (WHERE ${heads}), 0)::bigint`
  const eachIndustry = by === 'INDUSTRY' && industry === undefined
  const eachDistrict = by === 'DISTRICT' && district === undefined
  const of = (column: string, each: boolean, value: string) => `${column} ${each ? '<>' : '='} ${value}`
  return database.query<CellSum>(
    {
      name: `statistics-cells-${by}-${insurance === undefined ? 'all' : 'one'}-${eachIndustry || eachDistrict ? 'each' : 'named'}`,
      text: `SELECT ${columns[by]} AS key, ${counted('employers')} AS employers, ${counted('people')} AS people, ${base} AS base,
        sum(charged)::bigint AS charged, sum(settled)::bigint AS settled, sum(written_off)::bigint AS "writtenOff"
      FROM statistic_cell
      WHERE period BETWEEN $1 AND $2 AND ($3::text IS NULL OR insurance = $3)
        AND ${of('industry', eachIndustry, '$4')} AND ${of('district', eachDistrict, '$5')}
      GROUP BY 1 ORDER BY 1`,
    },
    [from, to, insurance ?? null, industry ?? allTogether, district ?? allTogether],
  )
}

export interface StatisticSpan {
  first: string
  last: string
}

/** The first month and the last in which somebody was insured. */
export async function findSpan({ database }: Platform): Promise<StatisticSpan | undefined> {
  const [row] = await database.query<{ first: string | null; last: string | null }>({
    name: 'statistics-span',
    text: `SELECT min(period) AS first, max(period) FILTER (WHERE people > 0) AS last FROM statistic_cell
      WHERE industry = '${allTogether}' AND district = '${allTogether}' AND insurance = '${anyInsurance}'`,
  })
  return row?.first && row.last ? { first: row.first, last: row.last } : undefined
}

/** Districts of the register, for a choice. */
export async function listDistricts({ database }: Platform): Promise<string[]> {
  const rows = await database.query<{ district: string }>({
    name: 'statistics-districts',
    text: `SELECT DISTINCT district FROM statistic_cell
      WHERE industry = '${allTogether}' AND district <> '${allTogether}' AND insurance = '${anyInsurance}' ORDER BY 1 LIMIT 500`,
  })
  return rows.map(({ district }) => district)
}
