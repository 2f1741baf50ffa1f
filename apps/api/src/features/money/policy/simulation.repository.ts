import { fen, parseInjuryClass } from '@shebao/kernel'
import type { FiveInsurance, InjuryClass, Period } from '@shebao/kernel'
import type { BilledMonth } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'

export interface BilledUnit {
  employerId: string
  name: string
  people: number
  injuryClass: InjuryClass
  injuryRatePpm: number | null
}

export async function countBilledPeople({ database }: Platform, region: string, month: Period): Promise<number> {
  const [row] = await database.query<{ people: bigint }>(
    {
      name: 'simulated-people',
      text: `SELECT COALESCE(SUM(n.people), 0)::bigint AS people FROM payment_notice n JOIN employer e ON e.id = n.employer_id
        WHERE n.kind = 'NORMAL' AND n.period = $2 AND e.region = $1`,
    },
    [region, month],
  )
  return Number(row?.people ?? 0n)
}

/** The units billed for a month, with the class they were billed by, by id: those after one, and that one itself while it is not done. */
export async function listBilledUnits(
  { database }: Platform,
  region: string,
  month: Period,
  from: { employerId: string; inclusive: boolean },
  limit: number,
): Promise<BilledUnit[]> {
  const rows = await database.query<Omit<BilledUnit, 'injuryClass'> & { injuryClass: number }>(
    {
      name: 'simulated-units',
      text: `SELECT e.id AS "employerId", e.name, n.people, COALESCE(n.injury_class, e.injury_class) AS "injuryClass",
          CASE WHEN n.injury_class IS NULL THEN e.injury_rate_ppm ELSE n.injury_rate_ppm END AS "injuryRatePpm"
        FROM payment_notice n JOIN employer e ON e.id = n.employer_id
        WHERE n.kind = 'NORMAL' AND n.period = $2 AND n.employer_id >= $3::uuid AND (n.employer_id > $3::uuid OR $5) AND e.region = $1
        ORDER BY n.employer_id LIMIT $4`,
    },
    [region, month, from.employerId, limit, from.inclusive],
  )
  return rows.map(unitOf)
}

function unitOf<Row extends { injuryClass: number }>(
  row: Row,
): Omit<Row, 'injuryClass'> & { injuryClass: InjuryClass } {
  const injuryClass = parseInjuryClass(String(row.injuryClass))
  if (!injuryClass) throw new RangeError(`work-injury class out of range: ${row.injuryClass}`)
  return { ...row, injuryClass }
}

export interface MonthCursor {
  employerId: string
  individualId: string
}

export type BilledMonthRow = BilledMonth & { employerId: string }

interface MonthRow {
  individualId: string
  employerId: string
  averageWage: number
  bases: [number, number, number, number, number]
  employer: [number, number, number, number, number]
  personal: [number, number, number]
}

const sums = (columns: readonly string[], how: 'sum' | 'base') =>
  `ARRAY[${columns.map((column) => (how === 'sum' ? `SUM(${column})` : `MAX(${column}) FILTER (WHERE kind = 'NORMAL')`)).join(', ')}]::float8[]`
const insurances = ['pension', 'medical', 'unemployment', 'work_injury', 'maternity'] as const

/** A person's billed month with the differences of it; who takes part in what is as it was first billed. */
const monthColumns = `p.individual_id AS "individualId", p.employer_id AS "employerId",
  (MAX(average_wage) FILTER (WHERE kind = 'NORMAL'))::float8 AS "averageWage",
  ${sums(
    insurances.map((name) => `${name}_base`),
    'base',
  )} AS bases,
  ${sums(
    insurances.map((name) => `${name}_employer`),
    'sum',
  )} AS employer,
  ${sums(
    insurances.slice(0, 3).map((name) => `${name}_personal`),
    'sum',
  )} AS personal`

/** The people of these units and their billed month, by unit and person. */
export async function listBilledMonthRows(
  { database }: Platform,
  employerIds: readonly string[],
  month: Period,
  after: MonthCursor,
  limit: number,
): Promise<BilledMonthRow[]> {
  const rows = await database.query<MonthRow>(
    {
      name: 'simulated-months',
      text: `SELECT ${monthColumns} FROM premium_payment p
        WHERE p.employer_id = ANY($1::uuid[]) AND p.period = $2 AND p.kind IN ('NORMAL', 'DIFFERENCE')
          AND (p.employer_id, p.individual_id) > ($3::uuid, $4::uuid)
        GROUP BY p.employer_id, p.individual_id HAVING bool_or(p.kind = 'NORMAL')
        ORDER BY p.employer_id, p.individual_id LIMIT $5`,
    },
    [employerIds, month, after.employerId, after.individualId, limit],
  )
  return rows.map(monthOf)
}

/** The same for a few people by name. */
export async function findBilledMonthRows(
  { database }: Platform,
  people: readonly MonthCursor[],
  month: Period,
): Promise<BilledMonthRow[]> {
  const rows = await database.query<MonthRow>(
    {
      name: 'simulated-examples',
      text: `SELECT ${monthColumns} FROM premium_payment p
        JOIN unnest($1::uuid[], $2::uuid[]) AS wanted (employer, person) ON p.employer_id = wanted.employer AND p.individual_id = wanted.person
        WHERE p.period = $3 AND p.kind IN ('NORMAL', 'DIFFERENCE') GROUP BY p.employer_id, p.individual_id`,
    },
    [people.map(({ employerId }) => employerId), people.map(({ individualId }) => individualId), month],
  )
  return rows.map(monthOf)
}

function monthOf({ individualId, employerId, averageWage, bases, employer, personal }: MonthRow): BilledMonthRow {
  const named = <Value>(pick: (place: number) => Value): Record<FiveInsurance, Value> => ({
    PENSION: pick(0),
    MEDICAL: pick(1),
    UNEMPLOYMENT: pick(2),
    WORK_INJURY: pick(3),
    MATERNITY: pick(4),
  })
  return {
    individualId,
    employerId,
    averageWage: fen(averageWage),
    insured: named((place) => (bases[place] ?? 0) > 0),
    employer: named((place) => fen(employer[place] ?? 0)),
    personal: named((place) => fen(personal[place] ?? 0)),
  }
}

export interface MaskedPerson {
  individualId: string
  nameMasked: string
  idMasked: string
}

export function listMaskedPeople({ database }: Platform, ids: readonly string[]): Promise<MaskedPerson[]> {
  return database.query<MaskedPerson>(
    {
      name: 'simulated-people-masked',
      text: `SELECT id AS "individualId", name_masked AS "nameMasked", id_masked AS "idMasked" FROM individual WHERE id = ANY($1::uuid[])`,
    },
    [ids],
  )
}

export async function listUnitsById(
  { database }: Platform,
  ids: readonly string[],
  month: Period,
): Promise<Omit<BilledUnit, 'people'>[]> {
  const rows = await database.query<Omit<BilledUnit, 'people' | 'injuryClass'> & { injuryClass: number }>(
    {
      name: 'simulated-unit-names',
      text: `SELECT DISTINCT ON (e.id) e.id AS "employerId", e.name, COALESCE(n.injury_class, e.injury_class) AS "injuryClass",
          CASE WHEN n.injury_class IS NULL THEN e.injury_rate_ppm ELSE n.injury_rate_ppm END AS "injuryRatePpm"
        FROM employer e LEFT JOIN payment_notice n ON n.employer_id = e.id AND n.kind = 'NORMAL' AND n.period = $2 AND n.sequence = 0
        WHERE e.id = ANY($1::uuid[])`,
    },
    [ids, month],
  )
  return rows.map(unitOf)
}
