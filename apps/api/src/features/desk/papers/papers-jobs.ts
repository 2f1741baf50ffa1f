import type { FindClerk } from '../../../access/find-clerk.ts'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { continuePrintRuns, removeOldPapers } from './continue-print-run.ts'
import { printer } from './print-run-case.ts'

/** Short, so that a server that is told to stop does not wait long; what is left goes back into the queue. */
const sliceMilliseconds = 5_000

export function papersJobs(platform: Platform, findClerk: FindClerk): RecurringJob[] {
  return [
    {
      // Asked for when papers are; by the clock too, so that after a power cut it goes on by itself.
      name: printer.job,
      cron: '* * * * *',
      async run() {
        if (await continuePrintRuns(platform, findClerk, sliceMilliseconds)) await platform.jobs.request(printer.job)
      },
    },
    { name: 'remove-papers', cron: '20 3 * * *', run: async () => void (await removeOldPapers(platform)) },
  ]
}
