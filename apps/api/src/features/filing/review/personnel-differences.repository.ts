import type { Insurance } from '@shebao/roster'
import type { Platform } from '../../../platform/platform.ts'

export const changeKinds = ['NEW', 'LEFT', 'NAME', 'PARTICIPATION', 'WAGE'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** A submitted version against the people the office has enrolled with the unit now. */
export interface Side {
  declarationId: string
  version: number
  employerId: string
  /** 1 when averages are rounded to the fen, 100 when to the yuan (parameter AVERAGE_ROUNDING). */
  averageUnit: 1 | 100
}

export interface PersonRow {
  key: string
  rank: number
  /** Minus the change of the wage in ppm, so that the largest comes first. */
  weight: number
  rowNo: number | null
  enrolmentId: string | null
  idMasked: string
  declaredName: string | null
  registeredName: string | null
  kinds: ChangeKind[]
  declaredAverage: bigint | null
  registeredAverage: bigint | null
  changePpm: number | null
  declaredInsurances: Insurance[] | null
  registeredInsurances: Insurance[] | null
  hireDate: string | null
  warnings: number | null
}

const codes = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const
const participates = (code: string) => `COALESCE((r.content->'participation'->>'${code}')::boolean, false)`
const listOf = (condition: (code: string) => string) =>
  `array_remove(ARRAY[${codes.map((code) => `CASE WHEN ${condition(code)} THEN '${code}' END`).join(', ')}]::text[], NULL)`

/** $1 declaration, $2 version, $3 employer, $4 unit of the average. People are matched by the keyed hash of their number. */
const people = `WITH declared AS (
    SELECT r.row_no, r.id_hash, r.id_masked, r.name_masked, r.warnings, r.content->>'hireDate' AS hire_date,
      CASE WHEN (r.content->>'monthsWorkedLastYear')::bigint > 0
        THEN (2 * (r.content->>'wagesLastYear')::bigint + $4 * (r.content->>'monthsWorkedLastYear')::bigint)
          / (2 * $4 * (r.content->>'monthsWorkedLastYear')::bigint) * $4
        ELSE (r.content->>'firstMonthWage')::bigint END AS average,
      ${listOf(participates)} AS insurances
    FROM personnel_record r WHERE r.declaration_id = $1 AND r.version = $2),
  registered AS (
    SELECT e.id, i.id_hash, i.id_masked, i.name_masked, e.hire_date, e.average_wage AS average,
      ${listOf((code) => `e.${code.toLowerCase()}`)} AS insurances
    FROM enrolment e JOIN individual i ON i.id = e.individual_id WHERE e.employer_id = $3 AND e.to_period IS NULL AND e.superseded_at IS NULL),
  matched AS (
    SELECT COALESCE(d.id_hash, g.id_hash) AS id_hash, d.row_no, g.id AS enrolment_id, COALESCE(d.id_masked, g.id_masked) AS id_masked, d.name_masked AS declared_name,
      g.name_masked AS registered_name, d.average AS declared_average, g.average AS registered_average,
      d.insurances AS declared_insurances, g.insurances AS registered_insurances, d.warnings,
      COALESCE(d.hire_date, g.hire_date) AS hire_date,
      CASE WHEN g.average > 0 AND d.average IS NOT NULL THEN ((d.average - g.average) * 1000000 / g.average) END AS change_ppm,
      -- Names are sealed: that they differ is known from the comparison the unit made before it submitted.
      d.row_no IS NOT NULL AND g.id IS NOT NULL AND (d.name_masked <> g.name_masked OR EXISTS (SELECT 1 FROM roster_difference x
        WHERE x.declaration_id = $1 AND x.kind = 'NAME_DIFF' AND x.enrolment_id = g.id AND x.resolution = 'INFO_CHANGE')) AS renamed
    FROM declared d FULL JOIN registered g ON g.id_hash = d.id_hash),
  person AS (
    SELECT *, COALESCE('r' || lpad(row_no::text, 9, '0'), 'e' || enrolment_id::text) AS key,
      array_remove(ARRAY[
        CASE WHEN enrolment_id IS NULL THEN 'NEW' END,
        CASE WHEN row_no IS NULL THEN 'LEFT' END,
        CASE WHEN renamed THEN 'NAME' END,
        CASE WHEN row_no IS NOT NULL AND enrolment_id IS NOT NULL AND declared_insurances <> registered_insurances THEN 'PARTICIPATION' END,
        CASE WHEN row_no IS NOT NULL AND enrolment_id IS NOT NULL AND declared_average <> registered_average THEN 'WAGE' END]::text[], NULL) AS kinds,
      -abs(COALESCE(change_ppm, 0))::float8 AS weight
    FROM matched),
  ranked AS (
    SELECT *, COALESCE(array_position(ARRAY['NEW', 'LEFT', 'NAME', 'PARTICIPATION', 'WAGE'], kinds[1]), 9) AS rank FROM person)`

const values = (side: Side) => [side.declarationId, side.version, side.employerId, side.averageUnit]

export interface PersonSelection {
  /** One kind, or everybody who differs; all people when `all`. */
  kind: ChangeKind | undefined
  all: boolean
  idHash: Uint8Array | undefined
  after: { rank: number; weight: number; key: string } | undefined
  limit: number
}

/** What stands out first: new and gone people, other names, other insurances, then wages by how much they changed. */
export function findPeople({ database }: Platform, side: Side, wanted: PersonSelection): Promise<PersonRow[]> {
  return database.query<PersonRow>(
    {
      name: 'staff-people',
      text: `${people} SELECT key, rank, weight, row_no AS "rowNo", enrolment_id AS "enrolmentId", id_masked AS "idMasked",
        declared_name AS "declaredName", registered_name AS "registeredName", kinds, declared_average AS "declaredAverage",
        registered_average AS "registeredAverage", change_ppm::float8 AS "changePpm", declared_insurances AS "declaredInsurances",
        registered_insurances AS "registeredInsurances", hire_date AS "hireDate", warnings
      FROM ranked WHERE ($5::boolean OR rank < 9) AND ($6::text IS NULL OR $6 = ANY(kinds))
        AND ($7::int IS NULL OR (rank, weight, key) > ($7::int, $8::float8, $9::text)) AND ($11::bytea IS NULL OR id_hash = $11) ORDER BY rank, weight, key LIMIT $10`,
    },
    [
      ...values(side),
      wanted.all,
      wanted.kind ?? null,
      wanted.after?.rank ?? null,
      wanted.after?.weight ?? null,
      wanted.after?.key ?? null,
      wanted.limit,
      wanted.idHash ? Buffer.from(wanted.idHash) : null,
    ],
  )
}

export interface ChangeCounts extends Record<ChangeKind, number> {
  different: number
  all: number
}

export async function countChanges({ database }: Platform, side: Side): Promise<ChangeCounts> {
  const [counts] = await database.query<ChangeCounts>(
    {
      name: 'staff-people-counts',
      text: `${people} SELECT count(*)::int AS all, (count(*) FILTER (WHERE rank < 9))::int AS different, ${changeKinds
        .map((kind) => `(count(*) FILTER (WHERE '${kind}' = ANY(kinds)))::int AS "${kind}"`)
        .join(', ')} FROM ranked`,
    },
    values(side),
  )
  if (!counts) throw new Error('a count without a row')
  return counts
}

export interface SumRow {
  people: number
  wages: bigint
  insured: { insurance: Insurance; people: number; base: number }[]
}

export interface Limit {
  insurance: Insurance
  floor: number
  ceiling: number
}

/** Monthly wages and bases of either side; each base is the average clamped to its insurance's limits (domain 2.2). */
export async function sumSides(
  { database }: Platform,
  side: Side,
  limits: readonly Limit[],
): Promise<{ declared: SumRow; registered: SumRow }> {
  const sum = (
    which: 'declared' | 'registered',
  ) => `SELECT '${which}' AS side, l.insurance, count(p.average)::int AS people,
      COALESCE(sum(LEAST(GREATEST(p.average, l.floor), l.ceiling)), 0)::float8 AS base,
      (SELECT count(*)::int FROM ${which}) AS "allPeople", (SELECT COALESCE(sum(average), 0)::bigint FROM ${which}) AS wages
    FROM unnest($5::text[], $6::bigint[], $7::bigint[]) AS l(insurance, floor, ceiling)
    LEFT JOIN ${which} p ON l.insurance = ANY(p.insurances) GROUP BY l.insurance`
  const rows = await database.query<{
    side: string
    insurance: Insurance
    people: number
    base: number
    allPeople: number
    wages: bigint
  }>(
    {
      name: 'staff-people-sums',
      text: `${people} ${sum('declared')} UNION ALL ${sum('registered')}`,
    },
    [
      ...values(side),
      limits.map(({ insurance }) => insurance),
      limits.map(({ floor }) => floor),
      limits.map(({ ceiling }) => ceiling),
    ],
  )
  const of = (which: string): SumRow => {
    const own = rows.filter((row) => row.side === which)
    const insured = codes.flatMap((code) => own.filter(({ insurance }) => insurance === code))
    return {
      people: own[0]?.allPeople ?? 0,
      wages: own[0]?.wages ?? 0n,
      insured: insured.map(({ insurance, people: count, base }) => ({ insurance, people: count, base })),
    }
  }
  return { declared: of('declared'), registered: of('registered') }
}
