import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'

/** Entries are chained within a minute (ADR 16). */
export function auditJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: 'chain-audit-trail',
      cron: '* * * * *',
      async run() {
        const linked = await platform.audit.link()
        platform.logger.debug({ linked }, 'audit entries chained')
      },
    },
  ]
}
