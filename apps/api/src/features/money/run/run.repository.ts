import type { BillingRun } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'
import type { UnitProblem } from '../assessment/index.ts'

export type RunRow = BillingRun
export const runKinds = ['MONTHLY', 'DIFFERENCE'] as const
export type RunKind = (typeof runKinds)[number]
export const runStatuses = ['RUNNING', 'PAUSED', 'DONE'] as const
export type RunStatus = (typeof runStatuses)[number]

interface NewRun {
  kind: RunKind
  period: string
  region: string
  proposalId: string | null
  employersTotal: number
  startedBy: string | null
  at: Date
}

/** The run of this region, month and kind, which there is once; `created` says whether it was made now. */
export async function openRun(platform: Platform, run: NewRun): Promise<{ run: RunRow; created: boolean }> {
  const created = await platform.database.query<{ id: string }>(
    {
      name: 'billing-open-run',
      text: `INSERT INTO billing_run (id, kind, period, region, proposal_id, employers_total, started_by, started_at, heartbeat_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) ON CONFLICT DO NOTHING RETURNING id`,
    },
    [crypto.randomUUID(), run.kind, run.period, run.region, run.proposalId, run.employersTotal, run.startedBy, run.at],
  )
  const found = await findRunOf(platform, run)
  if (!found) throw new Error(`The run of ${run.period} disappeared.`)
  return { run: found, created: created.length > 0 }
}

export function findRunOf(
  { database }: Platform,
  { kind, period, region, proposalId }: Pick<NewRun, 'kind' | 'period' | 'region' | 'proposalId'>,
): Promise<RunRow | null> {
  return database.prisma.billingRun.findFirst({ where: { kind, period, region, proposalId } })
}

export function findRun({ database }: Platform, id: string): Promise<RunRow | null> {
  return database.prisma.billingRun.findUnique({ where: { id } })
}

/** The run, held until the transaction ends: one batch after the other, whoever works on it. */
export async function lockRun(platform: Platform, id: string): Promise<RunRow | null> {
  await platform.database.query(
    { name: 'billing-lock-run', text: 'SELECT 1 FROM billing_run WHERE id = $1 FOR UPDATE' },
    [id],
  )
  return findRun(platform, id)
}

/** Runs that wait for their next batch, the oldest first. */
export async function listRunningIds({ database }: Platform): Promise<string[]> {
  const rows = await database.prisma.billingRun.findMany({
    where: { status: 'RUNNING' },
    orderBy: { startedAt: 'asc' },
    select: { id: true },
    take: 100,
  })
  return rows.map(({ id }) => id)
}

/** Newest first. */
export function listRuns(
  { database }: Platform,
  region: string,
  before: { startedAt: Date; id: string } | undefined,
  limit: number,
): Promise<RunRow[]> {
  return database.prisma.billingRun.findMany({
    where: {
      region,
      ...(before
        ? { OR: [{ startedAt: { lt: before.startedAt } }, { startedAt: before.startedAt, id: { lt: before.id } }] }
        : {}),
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

export interface RunProgress {
  /** Last employer done; absent where employers are tried again. */
  cursor?: string
  employers: number
  notices: number
  people: number
  amount: number
  credited: number
}

export async function advanceRun({ database }: Platform, id: string, progress: RunProgress, at: Date): Promise<void> {
  await database.query(
    {
      name: 'billing-advance-run',
      text: `UPDATE billing_run SET cursor = COALESCE($2, cursor), employers_done = LEAST(employers_total, employers_done + $3),
        notices_issued = notices_issued + $4, people = people + $5, amount = amount + $6, credited = credited + $7, heartbeat_at = $8
      WHERE id = $1`,
    },
    [
      id,
      progress.cursor ?? null,
      progress.employers,
      progress.notices,
      progress.people,
      progress.amount,
      progress.credited,
      at,
    ],
  )
}

export async function setRunStatus({ database }: Platform, id: string, status: RunStatus, at: Date): Promise<RunRow> {
  return database.prisma.billingRun.update({
    where: { id },
    data: { status, heartbeatAt: at, ...(status === 'DONE' ? { finishedAt: at } : {}) },
  })
}

/** When a run comes to its end every employer was looked at, also those that registered meanwhile. */
export async function finishRun({ database }: Platform, id: string, at: Date): Promise<void> {
  await database.query(
    {
      name: 'billing-finish-run',
      text: `UPDATE billing_run SET status = 'DONE', employers_done = employers_total, finished_at = $2, heartbeat_at = $2 WHERE id = $1`,
    },
    [id, at],
  )
}

// --- problems -------------------------------------------------------------------------------------------------

export async function saveProblems(
  { database }: Platform,
  runId: string,
  problems: readonly UnitProblem[],
  at: Date,
): Promise<void> {
  if (problems.length === 0) return
  await database.query(
    {
      name: 'billing-save-problems',
      text: `INSERT INTO billing_run_problem (run_id, employer_id, code, detail, found_at)
      SELECT $1, * , $5::timestamp FROM unnest($2::uuid[], $3::text[], $4::jsonb[])
      ON CONFLICT (run_id, employer_id) DO UPDATE
        SET code = excluded.code, detail = excluded.detail, found_at = excluded.found_at, retry = false`,
    },
    [
      runId,
      problems.map(({ employerId }) => employerId),
      problems.map(({ code }) => code),
      problems.map(({ detail }) => JSON.stringify(detail)),
      at,
    ],
  )
}

export async function deleteProblems(
  { database }: Platform,
  runId: string,
  employerIds: readonly string[],
): Promise<void> {
  await database.prisma.billingRunProblem.deleteMany({ where: { runId, employerId: { in: [...employerIds] } } })
}

/** All of a run, or one employer's. Returns how many will be tried again. */
export async function markForRetry({ database }: Platform, runId: string, employerId?: string): Promise<number> {
  const { count } = await database.prisma.billingRunProblem.updateMany({
    where: { runId, ...(employerId === undefined ? {} : { employerId }) },
    data: { retry: true },
  })
  return count
}

export async function listEmployersToRetry({ database }: Platform, runId: string, limit: number): Promise<string[]> {
  const rows = await database.prisma.billingRunProblem.findMany({
    where: { runId, retry: true },
    orderBy: { employerId: 'asc' },
    select: { employerId: true },
    take: limit,
  })
  return rows.map(({ employerId }) => employerId)
}

export function countProblems({ database }: Platform, runId: string): Promise<number> {
  return database.prisma.billingRunProblem.count({ where: { runId } })
}

export interface ProblemRow {
  employerId: string
  employerName: string
  registrationNo: string
  code: string
  detail: Record<string, unknown>
  retry: boolean
}

/** In the order of registration numbers, which is how staff look employers up. */
export function listProblems(
  { database }: Platform,
  runId: string,
  after: string | undefined,
  limit: number,
): Promise<ProblemRow[]> {
  return database.query<ProblemRow>(
    {
      name: 'billing-problems',
      text: `SELECT employer_id AS "employerId", name AS "employerName", registration_no AS "registrationNo", code, detail, retry
      FROM billing_run_problem JOIN employer ON employer.id = employer_id
      WHERE run_id = $1 AND registration_no > $2 ORDER BY registration_no LIMIT $3`,
    },
    [runId, after ?? '', limit],
  )
}
