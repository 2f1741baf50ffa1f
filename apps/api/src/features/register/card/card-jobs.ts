import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { endWhatRanOut } from './temporary-card.ts'

export function cardJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: 'end-what-ran-out',
      cron: '*/5 * * * *',
      async run() {
        const cards = await endWhatRanOut(platform)
        if (cards > 0) platform.logger.info({ cards }, 'losses and temporary cards that ran out have ended')
      },
    },
  ]
}
