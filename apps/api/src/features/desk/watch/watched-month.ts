import type { MonthStatusOfWatch, WatchedRow } from './watch-codes.ts'

/**
 * What a month is to whom it was withheld from, by what the bank confirmed: only a posting date makes it paid. One open part
 * makes the whole month open, whatever else of it was paid.
 */
export function statusOf(
  { billed, statuses, dueOn }: Pick<WatchedRow, 'billed' | 'statuses' | 'dueOn'>,
  { period, today }: { period: string; today: string },
): MonthStatusOfWatch {
  if (!billed) return period >= today.slice(0, 7) ? 'PENDING' : 'NOT_BILLED'
  if (statuses.includes('UNPAID')) return dueOn !== null && dueOn < today ? 'OVERDUE' : 'UNPAID'
  if (statuses.includes('DEFERRED')) return 'DEFERRED'
  if (statuses.includes('BACK_PAID')) return 'BACK_PAID'
  return statuses.includes('PAID') ? 'PAID' : 'REFUNDED'
}
