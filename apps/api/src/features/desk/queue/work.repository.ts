import type { KeysetValue } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { StepForViewer, WaitingLifecycle } from './waiting-lifecycle.ts'

/** MAY: this viewer can take the next step. SAME_PERSON: took part before, so somebody else must. NOT_PERMITTED: another role's. */
export const workStandings = ['MAY', 'SAME_PERSON', 'NOT_PERMITTED'] as const
export type WorkStanding = (typeof workStandings)[number]
export const workSorts = ['LONGEST', 'NEWEST', 'DUE', 'AMOUNT'] as const
export type WorkSort = (typeof workSorts)[number]
export const workOwners = ['ANYBODY', 'ME', 'NOBODY'] as const
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
  since: Date
  dueOn: string | null
  amount: bigint | null
  quantity: number | null
  event: string
  standing: WorkStanding
  ownerId: string | null
  ownerName: string | null
}

interface Asker {
  today: string
  now: Date
  accountId: string
  steps: readonly StepForViewer[]
}

export interface WorkSelection extends Asker {
  sort: WorkSort
  lifecycle: string | undefined
  standings: readonly WorkStanding[]
  owner: WorkOwner
  after: readonly KeysetValue[] | undefined
  limit: number
}

const columns = `case_id, state, revision, number, employer_id, subject, since, due_on, amount, quantity, events, takers`

/**
 * Every case that waits for staff, with the step that waits: the first of those that the case offers which this viewer may
 * take, or else the first at all. $1 today, $2 the moment, $3 the viewer's account, $4 the steps as the viewer meets them.
 */
function waiting(lifecycles: readonly WaitingLifecycle[]): string {
  const sources = lifecycles.map(
    ({ table, work }) =>
      `SELECT '${table.lifecycle}'::text AS lifecycle, source.* FROM (${work.waiting}) AS source(${columns})`,
  )
  return `step AS (SELECT * FROM jsonb_to_recordset($4::jsonb)
      AS step(lifecycle text, state text, event text, held boolean, bars jsonb, place int)),
    source AS (${sources.join(' UNION ALL ')}),
    work AS (
      SELECT source.lifecycle, source.case_id AS "caseId", source.state, source.revision, source.number, source.employer_id AS "employerId",
        source.subject, source.since, source.due_on AS "dueOn", source.amount, source.quantity, next.event, next.standing,
        owner.account_id AS "ownerId"
      FROM source
      CROSS JOIN LATERAL (
        SELECT event, standing FROM (
          SELECT step.event, step.place, array_position(source.events, step.event) AS wish,
            CASE WHEN NOT step.held THEN 'NOT_PERMITTED' WHEN EXISTS (
              SELECT 1 FROM jsonb_array_elements_text(step.bars) bar WHERE source.takers -> bar.value ? $3::text) THEN 'SAME_PERSON' ELSE 'MAY' END AS standing
          FROM step WHERE step.lifecycle = source.lifecycle AND step.state = source.state
            AND CASE WHEN source.events IS NULL THEN step.place = 0 ELSE step.event = ANY(source.events) END) offered
        ORDER BY array_position(ARRAY['MAY', 'SAME_PERSON', 'NOT_PERMITTED'], standing), wish, place LIMIT 1) next
      LEFT JOIN work_assignment owner
        ON owner.lifecycle = source.lifecycle AND owner.case_id = source.case_id AND owner.state = source.state
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
        WHERE standing = ANY($5::text[]) AND ($6::text IS NULL OR lifecycle = $6)
          AND ($7 = 'ANYBODY' OR ($7 = 'ME' AND "ownerId" = $3::uuid) OR ($7 = 'NOBODY' AND "ownerId" IS NULL))
          AND ($8::text IS NULL OR (${by}, lifecycle, "caseId") ${beyond} ($8::${type}, $9::text, $10::text))
        ORDER BY ${by} ${direction}, lifecycle ${direction}, "caseId" ${direction} LIMIT $11) page
      LEFT JOIN employer ON employer.id = page."employerId"
      LEFT JOIN account ON account.id = page."ownerId"
      ORDER BY ${by} ${direction}, lifecycle ${direction}, "caseId" ${direction}`,
    },
    [
      wanted.today,
      wanted.now,
      wanted.accountId,
      JSON.stringify(wanted.steps),
      wanted.standings,
      wanted.lifecycle ?? null,
      wanted.owner,
      value,
      lifecycle,
      caseId,
      wanted.limit,
    ],
  )
}

export interface WorkCount {
  lifecycle: string
  mine: number
  taken: number
  barred: number
  others: number
}

/** How much waits in each lifecycle, in one count. */
export function countWork(
  { database }: Platform,
  lifecycles: readonly WaitingLifecycle[],
  { today, now, accountId, steps }: Asker,
): Promise<WorkCount[]> {
  return database.query<WorkCount>(
    {
      name: 'work-counts',
      text: `WITH ${waiting(lifecycles)} SELECT lifecycle, (count(*) FILTER (WHERE standing = 'MAY'))::int AS mine,
        (count(*) FILTER (WHERE "ownerId" = $3::uuid))::int AS taken,
        (count(*) FILTER (WHERE standing = 'SAME_PERSON'))::int AS barred,
        (count(*) FILTER (WHERE standing = 'NOT_PERMITTED'))::int AS others
      FROM work GROUP BY lifecycle`,
    },
    [today, now, accountId, JSON.stringify(steps)],
  )
}

/** One case as it waits for this viewer, and its owner; the assignment is held until the transaction ends. */
export async function findWork(
  { database }: Platform,
  lifecycles: readonly WaitingLifecycle[],
  { today, now, accountId, steps }: Asker,
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
      WHERE lifecycle = $5 AND "caseId" = $6`,
    },
    [today, now, accountId, JSON.stringify(steps), lifecycle, caseId],
  )
  return row
}

export async function writeAssignment(
  { database }: Platform,
  { lifecycle, caseId, state }: Pick<WorkRow, 'lifecycle' | 'caseId' | 'state'>,
  accountId: string,
  takenAt: Date,
): Promise<void> {
  await database.prisma.workAssignment.upsert({
    where: { lifecycle_caseId: { lifecycle, caseId } },
    create: { lifecycle, caseId, state, accountId, takenAt },
    update: { state, accountId, takenAt },
  })
}

export async function removeAssignment(
  { database }: Platform,
  { lifecycle, caseId }: Pick<WorkRow, 'lifecycle' | 'caseId'>,
): Promise<void> {
  await database.prisma.workAssignment.deleteMany({ where: { lifecycle, caseId } })
}
