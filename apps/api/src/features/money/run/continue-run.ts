import { civilDate, period as toPeriod, sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { CalendarMissing } from '../../register/calendar/index.ts'
import { UnbillableUnit, assessUnits } from '../assessment/index.ts'
import type { UnitProblem } from '../assessment/index.ts'
import { settleDifferences } from '../difference/index.ts'
import { findNextUnitsWithMonths, findPublication } from './difference.repository.ts'
import { findNextUnits } from './next-units.repository.ts'
import type { NextUnits } from './next-units.repository.ts'
import { billingRunner, runCase } from './run-case.ts'
import {
  advanceRun,
  deleteProblems,
  finishRun,
  listEmployersToRetry,
  listRunningIds,
  lockRun,
  saveProblems,
} from './run.repository.ts'
import type { RunRow } from './run.repository.ts'
import { findUnpublishedYear } from './unpublished-year.ts'

/** MORE: a further batch waits. STOPPED: the run is done, paused, or not there. */
export type RunState = 'MORE' | 'STOPPED'

/**
 * People of one batch and so of one transaction. Smaller on the embedded database: while a batch is written its only
 * connection serves nobody else.
 */
export const peopleInBatch = ({ environment }: Platform) => (environment.databaseUrl ? 5_000 : 1_000)

/** Employers tried again in one batch. */
const retriesInBatch = 100

/**
 * One batch of a run: notices, months, ledger and the cursor in the same transaction, so that a run that dies anywhere goes
 * on behind its last batch and bills nobody twice.
 */
export async function continueRun(
  platform: Platform,
  runId: string,
  people: number = peopleInBatch(platform),
): Promise<RunState> {
  try {
    return await platform.database.transaction(async () => {
      const run = await lockRun(platform, runId)
      if (run?.status !== 'RUNNING') return 'STOPPED'
      return billNext(platform, run, people)
    })
  } catch (error) {
    if (!(error instanceof UnbillableUnit)) throw error
    await recordProblem(platform, runId, error.problem)
    return 'MORE'
  }
}

/** What one kind of run does: which employers come next, and what is done for them. */
interface Work {
  next(people: number): Promise<NextUnits>
  settle(employerIds: readonly string[], people: number): Promise<Outcome>
}

interface Outcome {
  notices: number
  people: number
  amount: Fen
  credited: Fen
  problems: UnitProblem[]
}

async function billNext(platform: Platform, run: RunRow, people: number): Promise<RunState> {
  const work = run.kind === 'DIFFERENCE' ? await differenceWork(platform, run) : monthlyWork(platform, run)
  const { employerIds, last } = await work.next(people)
  const cursor = employerIds.at(-1)
  if (cursor !== undefined) {
    const outcome = await settleOrName(platform, run, work, employerIds, people)
    await advance(platform, run, outcome, { cursor, employers: employerIds.length })
    if (!last) return 'MORE'
  }
  const again = await listEmployersToRetry(platform, run.id, retriesInBatch)
  if (again.length > 0) {
    await deleteProblems(platform, run.id, again)
    await advance(platform, run, await settleOrName(platform, run, work, again, people), { employers: 0 })
    return 'MORE'
  }
  await takeStep(platform, runCase, {
    id: run.id,
    event: 'FINISH',
    actor: billingRunner,
    origin: billingRunner.job,
    facts: noFacts,
    write: ({ id }) => finishRun(platform, id, platform.clock.now()),
    trace: () => undefined,
  })
  return 'STOPPED'
}

/** A run that was started before a year's end and goes on behind it: nobody is billed on a due date that would be a guess. */
async function settleOrName(
  platform: Platform,
  { region }: RunRow,
  work: Work,
  employerIds: readonly string[],
  people: number,
): Promise<Outcome> {
  const year = await findUnpublishedYear(platform, region)
  if (year === undefined) return work.settle(employerIds, people)
  const problem = { code: 'CALENDAR_MISSING' as const, detail: { year }, cause: new CalendarMissing(year) }
  const problems = employerIds.map((employerId) => ({ employerId, ...problem }))
  return { notices: 0, people: 0, amount: sumFen([]), credited: sumFen([]), problems }
}

function monthlyWork(platform: Platform, run: RunRow): Work {
  return {
    next: (people) => findNextUnits(platform, run, people),
    async settle(employerIds, people) {
      const month = {
        region: run.region,
        period: toPeriod(run.period),
        issuedOn: civilDate(platform.clock.today()),
        runId: run.id,
      }
      const { issued, problems, credited } = await assessUnits(platform, employerIds, month, people)
      return {
        notices: issued.length,
        people: issued.reduce((sum, one) => sum + one.people, 0),
        amount: sumFen(issued.map(({ total }) => total)),
        credited,
        problems,
      }
    },
  }
}

async function differenceWork(platform: Platform, run: RunRow): Promise<Work> {
  const { id: runId, region, proposalId } = run
  if (proposalId === null) throw new Error(`The difference run ${runId} names no proposal.`)
  const publication = await findPublication(platform, { region, proposalId, period: run.period })
  return {
    next: (people) => findNextUnitsWithMonths(platform, run, publication.periods, people),
    settle: (employerIds, people) =>
      settleDifferences(
        platform,
        // Late publication is nobody's delay: no late fee ever (2.2).
        { key: runId, runId, region, ...publication, basis: { proposalId }, bearsLateFee: false },
        employerIds,
        people,
      ),
  }
}

async function advance(
  platform: Platform,
  run: RunRow,
  { problems, ...done }: Outcome,
  step: { cursor?: string; employers: number },
): Promise<void> {
  const now = platform.clock.now()
  await saveProblems(platform, run.id, problems, now)
  await advanceRun(platform, run.id, { ...step, ...done }, now)
}

/** The batch was undone because of one unit; without it the next attempt goes through. */
async function recordProblem(platform: Platform, runId: string, problem: UnitProblem): Promise<void> {
  await platform.database.transaction(async () => {
    if ((await lockRun(platform, runId)) === null) return
    await saveProblems(platform, runId, [problem], platform.clock.now())
    await advanceRun(
      platform,
      runId,
      { employers: 1, notices: 0, people: 0, amount: 0, credited: 0 },
      platform.clock.now(),
    )
  })
}

/**
 * Works on whatever runs are running, batch after batch, for about `milliseconds`; true while there is more to do. Between
 * batches everybody else gets their turn at the database.
 */
export async function continueRuns(platform: Platform, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  for (const runId of await listRunningIds(platform)) {
    let state: RunState = 'MORE'
    while (state === 'MORE') {
      if (performance.now() >= end) return true
      state = await continueRun(platform, runId)
    }
  }
  return false
}
