import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bringEmployersUpToDate } from './particulars.repository.ts'

/** Just after midnight, what was recorded to hold from this day becomes what the register says today. */
export function registerJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: 'particulars-of-the-day',
      cron: '3 0 * * *',
      async run() {
        const changed = await bringEmployersUpToDate(platform, platform.clock.today())
        if (changed > 0) platform.logger.info({ changed }, 'particulars of employers began to hold')
      },
    },
  ]
}
