import { addDays } from '@shebao/kernel'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { openDays, openDaysWithMoney } from './day-case.ts'
import { fetchStatements } from './fetch-statements.ts'
import { reconcileDay } from './reconcile-day.ts'
import { listDaysWithoutFile, listUnfinishedDays } from './unfinished-days.repository.ts'

/** So many days the office catches up with in one morning. */
const daysAtOnce = 31

export function reconciliationJobs(platform: Platform): RecurringJob[] {
  return [
    { name: 'fetch-statements', cron: '0 7 * * *', run: () => fetchMissing(platform) },
    { name: 'reconcile-days', cron: '*/5 * * * *', run: () => finishDays(platform) },
  ]
}

/** Yesterday's files, and those of days before it that are still missing. */
export async function fetchMissing(platform: Platform): Promise<void> {
  const today = platform.clock.today()
  await openDays(platform, [addDays(today, -1)])
  await openDaysWithMoney(platform, today)
  // Oldest first: each statement begins where the one before it ended.
  for (const { day } of (await listDaysWithoutFile(platform, daysAtOnce)).toReversed()) {
    if (day >= today) continue
    const outcomes = await fetchStatements(platform, day)
    const refused = outcomes.filter(({ outcome }) => outcome.kind === 'REFUSED').map(({ source }) => source)
    if (refused.length > 0) platform.logger.error({ day, refused }, 'a file of the bank was refused')
  }
}

/** Days with a file or a payment that is newer than their comparison: an import was cut off, or a payment was settled since. */
export async function finishDays(platform: Platform): Promise<void> {
  for (const day of await listUnfinishedDays(platform, daysAtOnce)) await reconcileDay(platform, day)
}
