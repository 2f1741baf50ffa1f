import { requireMay } from '../../../access/permissions.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { forbidden, notFound } from '../../../access/refusal.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { runCase, traceOf } from './run-case.ts'
import { billingRunsJob } from './run-job.ts'
import { markForRetry, setRunStatus } from './run.repository.ts'
import type { RunRow } from './run.repository.ts'

interface RunOrder extends Omit<Decision, 'id'> {
  runId: string
  origin: string
}

/** The batch that is being written is finished, the next is not begun. A run that is not running stays as it is. */
export function pauseBillingRun(platform: Platform, viewer: Viewer | undefined, order: RunOrder): Promise<RunRow> {
  return control(platform, viewer, order, 'PAUSE')
}

/** A run that is done stays done. */
export function resumeBillingRun(platform: Platform, viewer: Viewer | undefined, order: RunOrder): Promise<RunRow> {
  return control(platform, viewer, order, 'RESUME')
}

const actions = { PAUSE: 'BILLING_RUN_PAUSED', RESUME: 'BILLING_RUN_RESUMED' } as const

async function control(
  platform: Platform,
  asker: Viewer | undefined,
  { runId, decidedOn, origin }: RunOrder,
  event: 'PAUSE' | 'RESUME',
): Promise<RunRow> {
  const actor = requireMay(asker, 'billing-run:control')
  if (!isUuid(runId)) throw notFound('billing run')
  const outcome = await takeStep(platform, runCase, {
    id: runId,
    decidedOn,
    event,
    actor,
    origin,
    facts: noFacts,
    write: (run, status) => setRunStatus(platform, run.id, status, platform.clock.now()),
    trace: traceOf(actions[event]),
  })
  void platform.jobs.request(billingRunsJob)
  if (outcome.kind === 'TAKEN') return outcome.result
  if (outcome.kind === 'REFUSED' && outcome.refusal.code === 'NOT_PERMITTED') throw forbidden()
  return outcome.row
}

/** Tries the employers with problems again, or one of them, after somebody mended what was wrong. */
export async function retryBillingProblems(
  platform: Platform,
  asker: Viewer | undefined,
  { runId, decidedOn, origin, employerId }: RunOrder & { employerId?: string },
): Promise<RunRow> {
  const actor = requireMay(asker, 'billing-run:control')
  if (!isUuid(runId)) throw notFound('billing run')
  if (employerId !== undefined && !isUuid(employerId)) throw notFound('problem')
  const outcome = await takeStep(platform, runCase, {
    id: runId,
    decidedOn,
    event: 'RETRY',
    actor,
    origin,
    async facts(run) {
      const marked = await markForRetry(platform, run.id, employerId)
      if (marked === 0 && employerId !== undefined) throw notFound('problem')
      return { marked }
    },
    write: async (run, status) =>
      run.status === status ? run : setRunStatus(platform, run.id, status, platform.clock.now()),
    trace: traceOf('BILLING_RUN_RETRIED'),
  })
  void platform.jobs.request(billingRunsJob)
  if (outcome.kind === 'TAKEN') return outcome.result
  if (outcome.kind === 'REFUSED' && outcome.refusal.code === 'NOT_PERMITTED') throw forbidden()
  return outcome.row
}
