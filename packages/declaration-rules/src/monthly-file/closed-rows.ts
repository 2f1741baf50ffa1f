import { parsePeriod } from '@shebao/kernel'
import type { NumberedChange } from '../monthly-rules/complete-change.ts'
import { isStop } from '../monthly-rules/monthly-change.ts'
import type { MonthlyChangeDraft } from '../monthly-rules/monthly-change.ts'
import { earliestLastPayable, earliestPeriod } from '../monthly-rules/monthly-context.ts'
import type { MonthlyContext } from '../monthly-rules/monthly-context.ts'

/**
 * The rows of a list in which every row names a month that has closed: it is a list of an earlier month, and is refused as a whole
 * before a thousand rows are at fault. Nothing where one row is about a month that is open, or names none.
 */
export function rowsOfClosedMonths(changes: readonly NumberedChange[], context: MonthlyContext): readonly number[] {
  const [first, last] = [earliestPeriod(context), earliestLastPayable(context)]
  const isClosed = ({ changeType, effectivePeriod, lastPayablePeriod }: MonthlyChangeDraft) => {
    const stops = changeType === undefined ? lastPayablePeriod !== undefined : isStop(changeType)
    const month = stops ? lastPayablePeriod : effectivePeriod
    return month !== undefined && parsePeriod(month) !== undefined && month < (stops ? last : first)
  }
  return changes.every(({ draft }) => isClosed(draft)) ? changes.map(({ row }) => row) : []
}
