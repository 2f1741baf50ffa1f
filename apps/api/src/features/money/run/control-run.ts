import type { Viewer } from '../../../graphql/context.ts'
import { notFound } from '../../../access/refusal.ts'
import { isUuid } from '../../../graphql/scalars.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { billingRunsJob } from './run-job.ts'
import { requireStaff } from '../../../access/require-viewer.ts'
import { runningRoles } from './run.policy.ts'
import { lockRun, markForRetry, setRunStatus } from './run.repository.ts'
import type { RunRow } from './run.repository.ts'

interface RunOrder {
  runId: string
  origin: string
}

/** The batch that is being written is finished, the next is not begun. A run that is not running stays as it is. */
export function pauseBillingRun(platform: Platform, viewer: Viewer | undefined, order: RunOrder): Promise<RunRow> {
  return control(platform, viewer, order, 'BILLING_RUN_PAUSED', async (run) =>
    run.status === 'RUNNING' ? setRunStatus(platform, run.id, 'PAUSED', platform.clock.now()) : run,
  )
}

/** A run that is done stays done. */
export function resumeBillingRun(platform: Platform, viewer: Viewer | undefined, order: RunOrder): Promise<RunRow> {
  return control(platform, viewer, order, 'BILLING_RUN_RESUMED', async (run) =>
    run.status === 'PAUSED' ? setRunStatus(platform, run.id, 'RUNNING', platform.clock.now()) : run,
  )
}

/** Tries the employers with problems again, or one of them, after somebody mended what was wrong. */
export function retryBillingProblems(
  platform: Platform,
  viewer: Viewer | undefined,
  order: RunOrder & { employerId?: string },
): Promise<RunRow> {
  if (order.employerId !== undefined && !isUuid(order.employerId)) throw notFound('problem')
  return control(platform, viewer, order, 'BILLING_RUN_RETRIED', async (run) => {
    const marked = await markForRetry(platform, run.id, order.employerId)
    if (marked === 0 && order.employerId !== undefined) throw notFound('problem')
    return marked > 0 && run.status === 'DONE' ? setRunStatus(platform, run.id, 'RUNNING', platform.clock.now()) : run
  })
}

async function control(
  platform: Platform,
  viewer: Viewer | undefined,
  { runId, origin }: RunOrder,
  action: AuditAction,
  change: (run: RunRow) => Promise<RunRow>,
): Promise<RunRow> {
  const runner = requireStaff(viewer, runningRoles)
  if (!isUuid(runId)) throw notFound('billing run')
  return platform.database.transaction(async () => {
    const run = await lockRun(platform, runId)
    if (!run) throw notFound('billing run')
    const changed = await change(run)
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: runner.accountId,
      role: runner.roles.join(' '),
      origin,
      action,
      recordType: 'BillingRun',
      recordId: run.id,
      change: { period: run.period, from: run.status, to: changed.status, employersDone: run.employersDone },
    })
    platform.database.afterCommit(() => void platform.jobs.request(billingRunsJob))
    return changed
  })
}
