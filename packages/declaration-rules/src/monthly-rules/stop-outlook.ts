import { addDays, addMonths, civilDate, monthsBetween, period } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { retirement } from '@shebao/premium'
import type { RetirementCategory } from '@shebao/premium'
import type { StopType } from './monthly-change.ts'
import { UNEMPLOYMENT_STOPS } from './monthly-change.ts'

/** What is known of a person who may be stopped. */
export interface StopQuestion {
  readonly type: StopType
  /** Last month that is still paid. */
  readonly lastMonth: Period
  /** The day the employment ends; nothing while nobody said. */
  readonly leaveDate?: string
  readonly today: string
  readonly birthMonth: Period
  readonly category: RetirementCategory
  /** Months with pension that were paid, each once. */
  readonly pensionMonths: readonly string[]
}

/** How a figure came about: what was counted, under which name, from what. */
export interface OutlookStep {
  readonly code:
    | 'LAST_PAYABLE'
    | 'FIRST_MONTH_WITHOUT'
    | 'MONTHS_PAID'
    | 'MONTHS_BY_LAST_PAYABLE'
    | 'RETIREMENT'
    | 'MONTHS_NEEDED'
    | 'MONTHS_MISSING'
    | 'MONTHS_UNTIL_RETIREMENT'
    | 'UNEMPLOYED_LIST'
  /** Month, day or number, as the code says. */
  readonly value: string
  /** Law or section it follows from. */
  readonly source: string
}

/** What a stop breaks, before anybody confirms it. */
export interface StopOutlook {
  readonly lastPayable: Period
  readonly firstMonthWithout: Period
  /** Pension months once the last payable one is paid, as far as this register knows. */
  readonly monthsPaid: number
  readonly monthsNeeded: number
  /** Still to be paid until the minimum is reached; 0 where it is. */
  readonly monthsMissing: number
  readonly retirementPeriod: Period
  /** Every month until then that nobody pays is lost to the count. */
  readonly monthsUntilRetirement: number
  /** Enough months are left to reach the minimum, if somebody pays all that are needed. */
  readonly canStillReach: boolean
  readonly unemployedListDue?: string
  readonly steps: readonly OutlookStep[]
}

const UNEMPLOYED_LIST_DAYS = 15

export function stopOutlook(asked: StopQuestion): StopOutlook {
  const { lastMonth, birthMonth, category, today } = asked
  const firstMonthWithout = addMonths(lastMonth, 1)
  const { period: retirementPeriod, minimumContributionMonths: monthsNeeded } = retirement(category, birthMonth)
  const paid = new Set(asked.pensionMonths.filter((month) => month <= lastMonth))
  const lastPaid = [...paid].toSorted().at(-1)
  // What lies between the last month on record and the last payable one is still to be billed and paid.
  const current = period(today.slice(0, 7))
  const open = lastMonth >= current ? monthsFrom(lastPaid, lastMonth, current) : 0
  const monthsPaid = paid.size + open
  const monthsMissing = Math.max(0, monthsNeeded - monthsPaid)
  const monthsUntilRetirement = Math.max(0, monthsBetween(firstMonthWithout, retirementPeriod) + 1)
  const due = UNEMPLOYMENT_STOPS.includes(asked.type)
    ? addDays(civilDate(asked.leaveDate ?? today), UNEMPLOYED_LIST_DAYS)
    : undefined
  const step = (code: OutlookStep['code'], value: string | number, source: string): OutlookStep => ({
    code,
    value: String(value),
    source,
  })
  return {
    lastPayable: lastMonth,
    firstMonthWithout,
    monthsPaid,
    monthsNeeded,
    monthsMissing,
    retirementPeriod,
    monthsUntilRetirement,
    canStillReach: monthsMissing <= monthsUntilRetirement,
    ...(due === undefined ? {} : { unemployedListDue: due }),
    steps: [
      step('LAST_PAYABLE', lastMonth, 'domain 3.1'),
      step('FIRST_MONTH_WITHOUT', firstMonthWithout, 'domain 3.1'),
      step('MONTHS_PAID', paid.size, 'domain 7'),
      step('MONTHS_BY_LAST_PAYABLE', monthsPaid, 'domain 3.1, 7'),
      step('RETIREMENT', retirementPeriod, 'domain 2.5'),
      step('MONTHS_NEEDED', monthsNeeded, 'SIL 16; domain 2.5'),
      step('MONTHS_MISSING', monthsMissing, 'SIL 16; domain 2.5'),
      step('MONTHS_UNTIL_RETIREMENT', monthsUntilRetirement, 'domain 2.5'),
      ...(due === undefined ? [] : [step('UNEMPLOYED_LIST', due, 'SIL 50')]),
    ],
  }
}

/** Months that are owed and not on record yet: from the current one, or the one after the last on record, to the last payable. */
function monthsFrom(lastPaid: string | undefined, lastMonth: Period, current: Period): number {
  const first = lastPaid === undefined || lastPaid < addMonths(current, -1) ? current : addMonths(period(lastPaid), 1)
  return Math.max(0, monthsBetween(first, lastMonth) + 1)
}
