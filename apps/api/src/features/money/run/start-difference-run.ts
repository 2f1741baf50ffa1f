import type { StaffMember } from '../../../access/viewer.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countEmployersWithMonths, findPublication } from './difference.repository.ts'
import { billingRunsJob } from './run-job.ts'
import { runTable } from './run.lifecycle.ts'
import { openRun } from './run.repository.ts'

/**
 * Asks for the differences of months that were billed before their parameters were published; called by the publication,
 * inside its transaction. Once for a proposal, however often it is asked for: the run goes on from where it is. Nothing is
 * asked for where no month was billed.
 */
export async function startDifferenceRun(
  platform: Platform,
  { region, proposalId, startedBy }: { region: string; proposalId: string; startedBy: StaffMember },
): Promise<void> {
  const now = platform.clock.now()
  const period = platform.clock.today().slice(0, 7)
  const { periods } = await findPublication(platform, { region, proposalId, period })
  if (periods.length === 0) return
  const { run, created } = await openRun(platform, {
    kind: 'DIFFERENCE',
    period,
    region,
    proposalId,
    employersTotal: await countEmployersWithMonths(platform, region, periods),
    startedBy: startedBy.accountId,
    at: now,
  })
  if (created) {
    await openCase(platform, runTable, {
      event: 'START_DIFFERENCE',
      actor: startedBy,
      origin: 'publication',
      write: () => Promise.resolve(run),
      trace: ({ id, employersTotal }) => ({
        action: 'BILLING_RUN_STARTED',
        recordType: 'BillingRun',
        recordId: id,
        change: { kind: 'DIFFERENCE', proposalId, region, periods, employers: employersTotal },
      }),
    })
  }
  platform.database.afterCommit(() => void platform.jobs.request(billingRunsJob))
}
