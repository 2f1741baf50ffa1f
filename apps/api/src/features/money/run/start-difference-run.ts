import type { Platform } from '../../../platform/platform.ts'
import { countEmployersWithMonths, findPublication } from './difference.repository.ts'
import { billingRunsJob } from './run-job.ts'
import { openRun } from './run.repository.ts'

/**
 * Asks for the differences of months that were billed before their parameters were published; called by the publication,
 * inside its transaction. Once for a proposal, however often it is asked for: the run goes on from where it is. Nothing is
 * asked for where no month was billed.
 */
export async function startDifferenceRun(
  platform: Platform,
  { region, proposalId, startedBy }: { region: string; proposalId: string; startedBy: string },
): Promise<void> {
  const now = platform.clock.now()
  const period = platform.clock.today().slice(0, 7)
  const { periods } = await findPublication(platform, { region, proposalId, period })
  if (periods.length === 0) return
  const { run } = await openRun(platform, {
    kind: 'DIFFERENCE',
    period,
    region,
    proposalId,
    employersTotal: await countEmployersWithMonths(platform, region, periods),
    startedBy,
    at: now,
  })
  await platform.audit.record({
    actorKind: 'STAFF',
    actorId: startedBy,
    origin: 'publication',
    action: 'BILLING_RUN_STARTED',
    recordType: 'BillingRun',
    recordId: run.id,
    change: { kind: 'DIFFERENCE', proposalId, region, periods, employers: run.employersTotal },
  })
  platform.database.afterCommit(() => void platform.jobs.request(billingRunsJob))
}
