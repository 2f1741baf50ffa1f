import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { continueRuns } from './continue-run.ts'

export const billingRunsJob = 'billing-runs'

/** Short, so that a server that is told to stop does not wait long; what is left goes back into the queue. */
const sliceMilliseconds = 5_000

/** Asked for when a run is started. By the clock too: after a power cut a run goes on by itself. */
export function billingRunsJobOf(platform: Platform): RecurringJob {
  return {
    name: billingRunsJob,
    cron: '* * * * *',
    async run() {
      if (await continueRuns(platform, sliceMilliseconds)) await platform.jobs.request(billingRunsJob)
    },
  }
}
