import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findChange, lockRollUp, rollUpChanges } from './roll-up.repository.ts'

/**
 * Takes what was counted since into the sums. Whoever reads figures does this first, so that they are of the moment of reading; the
 * job keeps what they would have to wait for small (ADR 57).
 */
export async function rollUp(platform: Platform): Promise<void> {
  if (!(await findChange(platform))) return
  await platform.database.transaction(async () => {
    await lockRollUp(platform)
    await rollUpChanges(platform)
  })
}

export function statisticsJobs(platform: Platform): RecurringJob[] {
  return [{ name: 'roll-up-statistics', cron: '* * * * *', run: () => rollUp(platform) }]
}
