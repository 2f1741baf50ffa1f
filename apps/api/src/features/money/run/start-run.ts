import { addMonths, civilDate, firstDayOf, addDays, parsePeriod, period as toPeriod } from '@shebao/kernel'
import { PolicyError } from '@shebao/premium'
import type { Period } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Trace } from '../../../case/lifecycle.ts'
import { noFacts, openCase, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findParameter, getPolicy } from '../policy/index.ts'
import { declarationMode } from '../assessment/index.ts'
import { billingRunsJob } from './run-job.ts'
import { findUnpublishedYear } from './unpublished-year.ts'
import { countEmployers, findMonthAhead, findOfficeRegion } from './next-units.repository.ts'
import type { MonthAhead } from './next-units.repository.ts'
import { runCase } from './run-case.ts'
import { runTable } from './run.lifecycle.ts'
import { findRunOf, openRun, setRunStatus } from './run.repository.ts'
import type { RunRow } from './run.repository.ts'

export const runRefusals = ['FUTURE_MONTH', 'NO_PARAMETERS', 'WINDOW_OPEN', 'ALREADY_DONE', 'NO_CALENDAR'] as const
export type RunRefusal = (typeof runRefusals)[number]

export type StartRunOutcome =
  | { kind: 'STARTED'; run: RunRow; resumed: boolean }
  | {
      kind: 'REFUSED'
      reason: RunRefusal
      period: Period
      /** ALREADY_DONE: the run that was done. */
      run: RunRow | null
      /** FUTURE_MONTH: the last month that may be billed today. NO_PARAMETERS: the first month the region answers for. NO_CALENDAR: the year. */
      limit: string | null
      /** WINDOW_OPEN: the last day on which the month may still be declared. */
      opensAfter: string | null
    }

export interface RunOutlook extends MonthAhead {
  period: Period
  region: string
  /** New limits are not published: the month is billed on the old ones and a difference follows (2.2). */
  carriedOver: boolean
  /** People of employers that do not declare are covered by their last declaration, or charged 110 % of it (SIL 62). */
  declarationMode: 'CARRY_FORWARD' | 'MONTHLY_SELF'
  /** Why a run of the month would be refused now. */
  refusal: Extract<StartRunOutcome, { kind: 'REFUSED' }> | null
  run: RunRow | null
}

/**
 * Starts the billing of a month for every employer of the office's region, or goes on with one that was begun. The work is
 * done by a job. OFFICER and HEAD.
 */
export async function startBillingRun(
  platform: Platform,
  viewer: Viewer | undefined,
  input: { period: string; origin: string },
): Promise<StartRunOutcome> {
  const runner = requireMay(viewer, 'billing-run:start')
  const period = requirePeriod(input.period)
  const region = await requireRegion(platform)
  return platform.database.transaction(async () => {
    const refusal = await findRefusal(platform, region, period)
    if (refusal) return refusal
    const now = platform.clock.now()
    const { run, created } = await openRun(platform, {
      kind: 'MONTHLY',
      period,
      region,
      proposalId: null,
      employersTotal: await countEmployers(platform, region),
      startedBy: runner.accountId,
      at: now,
    })
    const action = created ? 'BILLING_RUN_STARTED' : 'BILLING_RUN_RESUMED'
    const trace = (): Trace => ({
      action,
      recordType: 'BillingRun',
      recordId: run.id,
      change: { period, region, employers: run.employersTotal },
    })
    const order = { actor: runner, origin: input.origin, trace }
    if (created) await openCase(platform, runTable, { ...order, event: 'START', write: () => Promise.resolve(run) })
    const running = run.status === 'PAUSED' ? await resume(platform, run, order) : run
    platform.database.afterCommit(() => void platform.jobs.request(billingRunsJob))
    return { kind: 'STARTED', run: running, resumed: !created }
  })
}

async function resume(
  platform: Platform,
  run: RunRow,
  order: { actor: StaffMember; origin: string; trace: () => Trace },
): Promise<RunRow> {
  const outcome = await takeStep(platform, runCase, {
    ...order,
    id: run.id,
    event: 'RESUME',
    facts: noFacts,
    write: ({ id }, status) => setRunStatus(platform, id, status, platform.clock.now()),
  })
  return outcome.kind === 'TAKEN' ? outcome.result : outcome.row
}

/** What a run of the month would do, before anybody starts it. */
export async function readRunOutlook(platform: Platform, asked: string): Promise<RunOutlook> {
  const period = requirePeriod(asked)
  const region = await requireRegion(platform)
  const refusal = await findRefusal(platform, region, period)
  return {
    ...(await findMonthAhead(platform, region, period, addMonths(period, -1))),
    period,
    region,
    carriedOver: refusal?.reason === 'NO_PARAMETERS' ? false : await isCarriedOver(platform, region, period),
    declarationMode: await declarationMode(platform, region, period),
    refusal: refusal ?? null,
    run: await findRunOf(platform, { kind: 'MONTHLY', period, region, proposalId: null }),
  }
}

async function findRefusal(
  platform: Platform,
  region: string,
  period: Period,
): Promise<Extract<StartRunOutcome, { kind: 'REFUSED' }> | undefined> {
  const refused = (reason: RunRefusal, more: Partial<Extract<StartRunOutcome, { kind: 'REFUSED' }>> = {}) => ({
    kind: 'REFUSED' as const,
    reason,
    period,
    run: null,
    limit: null,
    opensAfter: null,
    ...more,
  })
  const latest = addMonths(toPeriod(platform.clock.today().slice(0, 7)), 1)
  if (period > latest) return refused('FUTURE_MONTH', { limit: latest })
  const done = await findRunOf(platform, { kind: 'MONTHLY', period, region, proposalId: null })
  if (done?.status === 'DONE') return refused('ALREADY_DONE', { run: done })
  const missing = await findMissingMonth(platform, region, period)
  if (missing) return refused('NO_PARAMETERS', { limit: missing.firstPeriod })
  const closes = await filingWindowEnd(platform, region, period)
  if (closes !== undefined && platform.clock.today() <= closes) return refused('WINDOW_OPEN', { opensAfter: closes })
  const year = await findUnpublishedYear(platform, region)
  return year === undefined ? undefined : refused('NO_CALENDAR', { limit: String(year) })
}

/** Only where the region or the month is unknown altogether: what concerns single employers is theirs, not the run's. */
async function findMissingMonth(
  platform: Platform,
  region: string,
  period: Period,
): Promise<{ firstPeriod: string | null } | undefined> {
  try {
    await getPolicy(platform, { region, injuryClass: 1, injuryRatePpm: null }, period)
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    if (error.problem.code === 'UNKNOWN_REGION') return { firstPeriod: null }
    if (error.problem.code === 'UNKNOWN_PERIOD') return { firstPeriod: error.problem.firstPeriod }
  }
  return undefined
}

async function isCarriedOver(platform: Platform, region: string, period: Period): Promise<boolean> {
  try {
    return (await getPolicy(platform, { region, injuryClass: 1, injuryRatePpm: null }, period)).carriedOver
  } catch (error) {
    if (error instanceof PolicyError) return false
    throw error
  }
}

/** Where every month is declared by itself, nobody is charged for a missing declaration while it may still come (3.3). */
async function filingWindowEnd(platform: Platform, region: string, period: Period): Promise<string | undefined> {
  if ((await declarationMode(platform, region, period)) === 'CARRY_FORWARD') return undefined
  const last = addDays(firstDayOf(addMonths(period, 1)), -1)
  const day = await findParameter(platform, region, period, 'FILING_CUT_OFF_DAY')
  if (day === undefined) return last
  const wanted = `${period}-${String(day).padStart(2, '0')}`
  return wanted > last ? last : civilDate(wanted)
}

function requirePeriod(text: string): Period {
  const period = parsePeriod(text)
  if (period === undefined) throw badInput('period', 'A month is written YYYY-MM.')
  return period
}

export async function requireRegion(platform: Platform): Promise<string> {
  const region = await findOfficeRegion(platform)
  if (region === undefined) throw notFound('office')
  return region
}
