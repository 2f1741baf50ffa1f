/** A period (所属期) is a calendar month, written `YYYY-MM`; text order is time order. */
declare const periodBrand: unique symbol
export type Period = string & { readonly [periodBrand]: 'Period' }

const PERIOD = /^(\d{4})-?(0[1-9]|1[0-2])$/u

/** Accepts `2024-07` and `202407`. */
export function parsePeriod(text: string): Period | undefined {
  if (isPeriod(text)) return text
  const match = PERIOD.exec(text.trim())
  return match === null || match[1] === '0000' ? undefined : (`${match[1]}-${match[2]}` as Period)
}

/** Written as it is kept, as nearly every one. */
function isPeriod(text: string): text is Period {
  if (text.length !== 7 || text.charCodeAt(4) !== 0x2d || text.startsWith('0000')) return false
  for (let at = 0; at < 7; at++)
    if (at !== 4 && (text.charCodeAt(at) < 0x30 || text.charCodeAt(at) > 0x39)) return false
  const tens = text.charCodeAt(5) - 0x30
  const ones = text.charCodeAt(6) - 0x30
  return tens === 0 ? ones > 0 : tens === 1 && ones < 3
}

export function period(text: string): Period {
  const parsed = parsePeriod(text)
  if (parsed === undefined) throw new RangeError(`not a period (YYYY-MM): ${text}`)
  return parsed
}

export function yearOf(month: Period): number {
  return Number(month.slice(0, 4))
}

export function monthOf(month: Period): number {
  return Number(month.slice(5))
}

/** Months since year 0; the difference of two indexes is the number of months between them. */
export function monthIndex(month: Period): number {
  return yearOf(month) * 12 + monthOf(month) - 1
}

export function periodFromIndex(index: number): Period {
  const year = Math.floor(index / 12)
  if (!Number.isInteger(index) || year < 1 || year > 9999) throw new RangeError(`month index out of range: ${index}`)
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Period
}

export function addMonths(month: Period, count: number): Period {
  return periodFromIndex(monthIndex(month) + count)
}

export function monthsBetween(from: Period, to: Period): number {
  return monthIndex(to) - monthIndex(from)
}

/** Every period from the first to the last, both included; empty when the last lies before the first. */
export function periodsBetween(first: Period, last: Period): Period[] {
  const start = monthIndex(first)
  return Array.from({ length: Math.max(0, monthIndex(last) - start + 1) }, (_, step) => periodFromIndex(start + step))
}

/**
 * The payment year (缴费年度) a period belongs to: with a July start 2024-06 is in 2023 and 2024-07 in 2024
 * (domain specification 2.2). A January start makes it the calendar year.
 */
export function paymentYear(startMonth: number, month: Period): number {
  if (!Number.isInteger(startMonth) || startMonth < 1 || startMonth > 12) {
    throw new RangeError(`payment year cannot start in month ${startMonth}`)
  }
  return monthOf(month) >= startMonth ? yearOf(month) : yearOf(month) - 1
}

/** First and last period of a payment year. */
export function paymentYearPeriods(startMonth: number, year: number): { first: Period; last: Period } {
  const first = periodFromIndex(year * 12 + startMonth - 1)
  return { first, last: addMonths(first, 11) }
}
