import { addMonths, daysInMonth, period as toPeriod } from '@shebao/kernel'

/** The last day on which a month is declared: its cut-off, or its end. */
export function lastDayOf(month: string, cutOffDay: number | null): string {
  const end = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))
  return `${month}-${String(Math.min(cutOffDay ?? end, end)).padStart(2, '0')}`
}

/** Months from the latest to the oldest that is supplemented or corrected online. */
export function monthsBack(open: string, oldest: string): string[] {
  const months = [open]
  for (;;) {
    const before = addMonths(toPeriod(open), -months.length)
    if (before < oldest) return months
    months.push(before)
  }
}
