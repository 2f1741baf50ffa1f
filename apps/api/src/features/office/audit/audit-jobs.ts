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

/** What waits is chained with the last breath; where that cannot be, with the database gone, the next start does it. */
export async function linkBeforeStopping(platform: Platform): Promise<void> {
  try {
    await platform.audit.link()
  } catch (error) {
    platform.logger.warn(
      { error: error instanceof Error ? error.name : 'unknown' },
      'audit entries wait for the next start',
    )
  }
}
