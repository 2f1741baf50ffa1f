import { addDays, addMonths, civilDate, firstDayOf, periodOfDate } from '@shebao/kernel'
import type { CivilDate, Period } from '@shebao/kernel'

/** Between the issue of a notice and its due date lie at least this many days [PD]. */
export const LEAST_DAYS_TO_PAY = 7
/** Where the region publishes no day [PD]. */
export const FALLBACK_DUE_DAY = 25

export type PaymentDay = {
  /** The office's due day, before rest days. */
  readonly day: CivilDate
  /** In the month of issue it would have left too little time. */
  readonly nextMonth: boolean
}

/** The day a notice falls due: the office's due day in the month of issue or, when that leaves too little time, in the next one. */
export function paymentDay(issuedOn: CivilDate, dueDay: number): PaymentDay {
  const month = periodOfDate(issuedOn)
  const inThisMonth = dayInMonth(month, dueDay)
  const nextMonth = inThisMonth < addDays(issuedOn, LEAST_DAYS_TO_PAY)
  return { day: nextMonth ? dayInMonth(addMonths(month, 1), dueDay) : inThisMonth, nextMonth }
}

function dayInMonth(month: Period, day: number): CivilDate {
  const last = addDays(firstDayOf(addMonths(month, 1)), -1)
  const wanted = `${month}-${String(day).padStart(2, '0')}`
  return wanted > last ? last : civilDate(wanted)
}
