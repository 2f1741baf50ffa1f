import { addMonths, monthsBetween } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { retirement } from './retirement.ts'
import type { Retirement, RetirementCategory } from './retirement.ts'

export type PensionOutlook = Retirement & {
  readonly category: RetirementCategory
  /** Months that count so far, each once. */
  readonly monthsPaid: number
  /** Months short of the minimum (SIL 16); 0 when it is reached. */
  readonly monthsMissing: number
  /** Month with which the minimum is reached when every month from now on is paid; undefined once it is. */
  readonly reachedIn: Period | undefined
  /** Whether that is before the month of retirement. Someone short of it may go on paying until they have it (SIL 16). */
  readonly reachedInTime: boolean
}

/**
 * What a person's pension months lead to, were every month from the open one on paid. The months after the month of retirement
 * are not owed, so the last one that can count by itself is the one before it.
 */
export function pensionOutlook(
  category: RetirementCategory,
  birthMonth: Period,
  paid: ReadonlySet<string>,
  open: Period,
): PensionOutlook {
  const retires = retirement(category, birthMonth)
  const monthsMissing = Math.max(0, retires.minimumContributionMonths - paid.size)
  let reachedIn: Period | undefined
  for (let month = open, missing = monthsMissing; missing > 0; month = addMonths(month, 1)) {
    if (paid.has(month)) continue
    missing -= 1
    reachedIn = month
  }
  return {
    ...retires,
    category,
    monthsPaid: paid.size,
    monthsMissing,
    reachedIn,
    reachedInTime: reachedIn === undefined || monthsBetween(reachedIn, retires.period) > 0,
  }
}
