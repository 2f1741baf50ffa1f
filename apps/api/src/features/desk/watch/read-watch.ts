import { addDays, civilDate } from '@shebao/kernel'
import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { statusOf } from './watched-month.ts'
import type { MonthStatusOfWatch, WatchedRow } from './watch-codes.ts'
import { listWatchedMonths } from './watch.repository.ts'

export interface WatchedMonth extends Omit<WatchedRow, 'statuses'> {
  status: MonthStatusOfWatch
  /** The first day on which the money was late. */
  overdueSince: string | null
}

const [earliestYear, latestYear] = [1950, 2200]

/** A calendar year of a person's months, up to the running one. */
export function readWatchedYear(platform: Platform, individualId: string, year: number): Promise<WatchedMonth[]> {
  if (year < earliestYear || year > latestYear) throw badInput('year', 'A calendar year is needed.')
  return readWatchedMonths(platform, individualId, { from: `${year}-01`, to: `${year}-12` })
}

export async function readWatchedMonths(
  platform: Platform,
  individualId: string,
  { from, to, employerId }: { from: string; to: string; employerId?: string },
): Promise<WatchedMonth[]> {
  const today = platform.clock.today()
  const running = today.slice(0, 7)
  if (from > running) return []
  const rows = await listWatchedMonths(platform, individualId, { from, to: to > running ? running : to, employerId })
  return rows.map(({ statuses, ...row }) => {
    const status = statusOf({ ...row, statuses }, { period: row.period, today })
    const overdueSince = status === 'OVERDUE' && row.dueOn !== null ? addDays(civilDate(row.dueOn), 1) : null
    return { ...row, status, overdueSince }
  })
}
