import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findLastChange, lockRollUp, rollUpChanges } from './roll-up.repository.ts'

/** Changes in one statement. An office that comes with years of months has millions: all at once would outlast any statement's time. */
const mostAtOnce = 50_000

/**
 * Takes what was counted since into the sums. Whoever reads figures does this first, so that they are of the moment of reading; the
 * job keeps what they would have to wait for small (ADR 57).
 */
export async function rollUp(platform: Platform, portion = mostAtOnce): Promise<void> {
  const last = await findLastChange(platform)
  if (last === undefined) return
  // What comes in meanwhile waits for the next time: under steady work this would never end.
  for (let taken = portion; taken === portion;)
    // oxlint-disable-next-line no-await-in-loop -- a portion after the other, each in a transaction of its own
    taken = await platform.database.transaction(async () => {
      await lockRollUp(platform)
      return rollUpChanges(platform, last, portion)
    })
}

export function statisticsJobs(platform: Platform): RecurringJob[] {
  return [{ name: 'roll-up-statistics', cron: '* * * * *', run: () => rollUp(platform) }]
}
