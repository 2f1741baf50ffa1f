import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { assignLying } from './assign-by-rule.ts'
import type { WaitingLifecycle } from './waiting-lifecycle.ts'

export function queueJobs(platform: Platform, lifecycles: readonly WaitingLifecycle[]): RecurringJob[] {
  return [
    {
      name: 'assign-waiting-work',
      cron: '*/5 * * * *',
      async run() {
        const given = await assignLying(platform, lifecycles)
        if (given > 0) platform.logger.info({ given }, 'cases that began to wait without a step were given by rule')
      },
    },
  ]
}
