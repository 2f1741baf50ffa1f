import type { KeysetValue } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { StepForViewer, WaitingLifecycle, WorkStanding } from './waiting-lifecycle.ts'

export const workSorts = ['LONGEST', 'NEWEST', 'DUE', 'AMOUNT'] as const
export type WorkSort = (typeof workSorts)[number]
/** STALE: taken, and left lying for longer than the office allows or by somebody who is no longer of its staff. */
export const workOwners = ['ANYBODY', 'ME', 'NOBODY', 'STALE'] as const
export type WorkOwner = (typeof workOwners)[number]

export interface WorkRow {
  lifecycle: string
  caseId: string
  state: string
  revision: number
  number: string | null
  employerId: string | null
  employerName: string | null
  subject: string | null
  /** Of a case about a person. */
  individualId: string | null
  since: Date
  dueOn: string | null
  amount: bigint | null
  quantity: number | null
  event: string
  standing: WorkStanding
  ownerId: string | null
  ownerName: string | null
  /** Why somebody gave it to its owner. */
  givenBecause: string | null
  stale: boolean
  /** Its owner is away and the viewer stands in for them. */
  standIn: boolean
  /** Of the rule that gave it, and whether it was somebody's turn. */
  ruleNumber: number | null
  inTurn: boolean | null
  /** The office whose employer it is, and whether that keeps the viewer from it. */
  districtId: string | null
  elsewhere: boolean
}

interface Asker {
  today: string
  now: Date
  accountId: string
  steps: readonly StepForViewer[]
  /** What was taken before this moment is stale. */
  staleBefore: Date
  /** The district offices whose cases the viewer decides; nothing for the whole agency. */
  districts: readonly string[] | undefined
}

export interface WorkSelection extends Asker {
  sort: WorkSort
  lifecycle: string | undefined
  standings: readonly WorkStanding[]
  owner: WorkOwner
  /** Only of this office's employers. */
  district: string | undefined
  after: readonly KeysetValue[] | undefined
  limit: number
}

const columns = `case_id, state, revision, number, employer_id, subject, since, due_on, amount, quantity, events, takers`

/** Everything that waits, of these lifecycles, as their features say it. $1 today, $2 the moment. */
export const sourcesOf = (lifecycles: readonly WaitingLifecycle[]): string =>
  lifecycles
    .map(
      ({ table, work }) =>
        `SELECT '${table.lifecycle}'::text AS lifecycle, source.*${work.ofPerson ? '' : ', NULL::uuid AS individual_id'}
          FROM (${work.waiting}) AS source(${columns}${work.ofPerson ? ', individual_id' : ''})`,
    )
    .join(' UNION ALL ')

/** SQL: another district office's employer, for whoever is bound to theirs. */
const elsewhere = `($6::text[] IS NOT NULL AND place.district_id IS NOT NULL AND NOT place.district_id::text = ANY($6::text[]))`

/** SQL: the owner is away today, and the viewer stands in for them. */
const standsIn = `EXISTS (SELECT FROM staff_absence away WHERE away.account_id = owner.account_id AND away.stand_in_id = $3::uuid
  AND away.ended_at IS NULL AND away.from_day <= $1 AND away.to_day >= $1)`

/**
 * Every case that waits for staff, with the step that waits: the first of those that the case offers which this viewer may
 * take, or else the first at all. $1 today, $2 the moment, $3 the viewer's account, $4 the steps as the viewer meets them,
 * $5 the moment before which what was taken is stale, $6 the viewer's district offices, or nothing for the whole agency.
 */
function waiting(lifecycles: readonly WaitingLifecycle[]): string {
  return `step AS (SELECT * FROM jsonb_to_recordset($4::jsonb)
      AS step(lifecycle text, state text, event text, held boolean, bars jsonb, place int)),
    source AS (${sourcesOf(lifecycles)}),
    work AS (
      SELECT source.lifecycle, source.case_id AS "caseId", source.state, source.revision, source.number, source.employer_id AS "employerId",
        source.subject, source.individual_id AS "individualId", source.since, source.due_on AS "dueOn", source.amount, source.quantity, next.event, next.standing,
        place.district_id AS "districtId", ${elsewhere} AS elsewhere,
        owner.account_id AS "ownerId", owner.reason AS "givenBecause", rule.number AS "ruleNumber", cardinality(rule.account_ids) > 1 AS "inTurn",
        ${standsIn} AS "standIn", owner.account_id IS NOT NULL AND (owner.taken_at < $5::timestamp OR ${standsIn}
          OR NOT EXISTS (SELECT FROM membership held WHERE held.account_id = owner.account_id AND held.scope_kind = 'OFFICE' AND held.ended_at IS NULL
            AND held.valid_from <= $1 AND (held.valid_to IS NULL OR held.valid_to >= $1))) AS stale
      FROM source
      LEFT JOIN employer unit ON unit.id = source.employer_id LEFT JOIN district_region place ON place.region = unit.district
      CROSS JOIN LATERAL (
        SELECT event, standing FROM (
          SELECT step.event, step.place, array_position(source.events, step.event) AS wish,
            CASE WHEN NOT step.held OR ${elsewhere} THEN 'NOT_PERMITTED' WHEN EXISTS (
              SELECT 1 FROM jsonb_array_elements_text(step.bars) bar WHERE source.takers -> bar.value ? $3::text) THEN 'SAME_PERSON' ELSE 'MAY' END AS standing
          FROM step WHERE step.lifecycle = source.lifecycle AND step.state = source.state
            AND CASE WHEN source.events IS NULL THEN step.place = 0 ELSE step.event = ANY(source.events) END) offered
        ORDER BY array_position(ARRAY['MAY', 'SAME_PERSON', 'NOT_PERMITTED'], standing), wish, place LIMIT 1) next
      LEFT JOIN work_assignment owner
        ON owner.lifecycle = source.lifecycle AND owner.case_id = source.case_id AND owner.state = source.state
      LEFT JOIN work_rule rule ON rule.id = owner.rule_id
    )`
}

/** Cases without a day or an amount come last. */
const orders: Readonly<Record<WorkSort, { by: string; type: string; descending: boolean }>> = {
  LONGEST: { by: 'since', type: 'timestamp', descending: false },
  NEWEST: { by: 'since', type: 'timestamp', descending: true },
  DUE: { by: `COALESCE("dueOn", '9999-12-31')`, type: 'text', descending: false },
  AMOUNT: { by: 'COALESCE(amount, -1)', type: 'bigint', descending: true },
}

/** The value that a cursor of this sort holds. */
export function sortValue(sort: WorkSort, row: WorkRow): KeysetValue {
  if (sort === 'DUE') return row.dueOn ?? '9999-12-31'
  return sort === 'AMOUNT' ? String(row.amount ?? -1n) : row.since.toISOString()
}

export function listWork(
  { database }: Platform,
  lifecycles: readonly WaitingLifecycle[],
  wanted: WorkSelection,
): Promise<WorkRow[]> {
  const { by, type, descending } = orders[wanted.sort]
  const [value = null, lifecycle = null, caseId = null] = wanted.after ?? []
  const [direction, beyond] = descending ? ['DESC', '<'] : ['ASC', '>']
  return database.query<WorkRow>(
    {
      name: `work-list-${wanted.sort}`,
      text: `WITH ${waiting(lifecycles)}
      SELECT page.*, employer.name AS "employerName", account.display_name AS "ownerName"
      FROM (SELECT * FROM work
        WHERE standing = ANY($7::text[]) AND ($8::text IS NULL OR lifecycle = $8)
          AND CASE $9::text WHEN 'ME' THEN "ownerId" = $3::uuid WHEN 'NOBODY' THEN "ownerId" IS NULL WHEN 'STALE' THEN stale ELSE true END
          AND ($14::text IS NULL OR "districtId"::text = $14)
          AND ($10::text IS NULL OR (${by}, lifecycle, "caseId") ${beyond} ($10::${type}, $11::text, $12::text))
        ORDER BY ${by} ${direction}, lifecycle ${direction}, "caseId" ${direction} LIMIT $13) page
      LEFT JOIN employer ON employer.id = page."employerId"
      LEFT JOIN account ON account.id = page."ownerId"
      ORDER BY ${by} ${direction}, lifecycle ${direction}, "caseId" ${direction}`,
    },
    [
      wanted.today,
      wanted.now,
      wanted.accountId,
      JSON.stringify(wanted.steps),
      wanted.staleBefore,
      wanted.districts ?? null,
      wanted.standings,
      wanted.lifecycle ?? null,
      wanted.owner,
      value,
      lifecycle,
      caseId,
      wanted.limit,
      wanted.district ?? null,
    ],
  )
}

export interface WorkCount {
  lifecycle: string
  mine: number
  taken: number
  barred: number
  others: number
  overdue: number
  stale: number
  standIn: number
}

/** How much waits in each lifecycle, in one count. */
export function countWork(
  { database }: Platform,
  lifecycles: readonly WaitingLifecycle[],
  { today, now, accountId, steps, staleBefore, districts }: Asker,
  district: string | undefined,
): Promise<WorkCount[]> {
  return database.query<WorkCount>(
    {
      name: 'work-counts',
      text: `WITH ${waiting(lifecycles)} SELECT lifecycle, (count(*) FILTER (WHERE standing = 'MAY'))::int AS mine,
        (count(*) FILTER (WHERE "ownerId" = $3::uuid))::int AS taken,
        (count(*) FILTER (WHERE standing = 'SAME_PERSON'))::int AS barred,
        (count(*) FILTER (WHERE standing = 'NOT_PERMITTED'))::int AS others,
        (count(*) FILTER (WHERE standing = 'MAY' AND "dueOn" < $1::text))::int AS overdue, (count(*) FILTER (WHERE stale))::int AS stale,
        (count(*) FILTER (WHERE "standIn"))::int AS "standIn"
      FROM work WHERE $7::text IS NULL OR "districtId"::text = $7 GROUP BY lifecycle`,
    },
    [today, now, accountId, JSON.stringify(steps), staleBefore, districts ?? null, district ?? null],
  )
}

/** One case as it waits for this viewer, and its owner; the assignment is held until the transaction ends. */
export async function findWork(
  { database }: Platform,
  lifecycles: readonly WaitingLifecycle[],
  { today, now, accountId, steps, staleBefore, districts }: Asker,
  { lifecycle, caseId }: { lifecycle: string; caseId: string },
): Promise<WorkRow | undefined> {
  await database.query({ name: 'work-lock', text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 1))' }, [
    `${lifecycle}|${caseId}`,
  ])
  const [row] = await database.query<WorkRow>(
    {
      name: 'work-find',
      text: `WITH ${waiting(lifecycles)} SELECT work.*, employer.name AS "employerName", account.display_name AS "ownerName"
      FROM work LEFT JOIN employer ON employer.id = work."employerId" LEFT JOIN account ON account.id = work."ownerId"
      WHERE lifecycle = $7 AND "caseId" = $8`,
    },
    [today, now, accountId, JSON.stringify(steps), staleBefore, districts ?? null, lifecycle, caseId],
  )
  return row
}
