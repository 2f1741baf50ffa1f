import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { endSilentCalls } from './hotline.repository.ts'

export function hotlineJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: 'end-silent-calls',
      cron: '* * * * *',
      async run() {
        const calls = await endSilentCalls(platform)
        if (calls > 0) platform.logger.info({ calls }, 'calls that fell silent have ended')
      },
    },
  ]
}
