import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { purgeTraces } from './purge.repository.ts'

/** What signing in leaves behind goes when nobody needs it; the trail of it stays in the audit events. */
export function sessionJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: 'purge-sign-in-traces',
      cron: '10 * * * *',
      async run() {
        const purged = await purgeTraces(platform)
        platform.logger.debug(purged, 'old sign-in traces removed')
      },
    },
  ]
}
