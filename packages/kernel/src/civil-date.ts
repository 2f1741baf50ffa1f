import { addMonths, period } from './period.ts'
import type { Period } from './period.ts'

/**
 * A civil date in Asia/Shanghai, written `YYYY-MM-DD`; text order is time order. No clock, no time zone: today is an argument.
 *
 * The one room of dates. `Temporal` is not yet in every browser that the product supports, and its polyfill weighs more than
 * all rules of a first page together, so this stands on the platform's own `Date` in UTC; civil-date.property.test.ts holds
 * every function against that polyfill.
 */
declare const civilDateBrand: unique symbol
export type CivilDate = string & { readonly [civilDateBrand]: 'CivilDate' }

const MILLISECONDS_PER_DAY = 86_400_000
const SHANGHAI_OFFSET = 8 * 3_600_000
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** How many days a month of the Gregorian calendar has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0)
}

/** Whether the calendar has such a day; years 1 to 9999. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month)
}

/** The date of three numbers, undefined when the calendar has no such day. */
export function civilDateOf(year: number, month: number, day: number): CivilDate | undefined {
  if (!Number.isInteger(year + month + day) || !isCalendarDay(year, month, day)) return undefined
  const [yyyy, mm, dd] = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')]
  return `${yyyy}-${mm}-${dd}` as CivilDate
}

/** Refuses days that do not exist, such as 2023-02-29. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const trimmed = text.trim()
  return packedDay(trimmed) === 0 ? undefined : (trimmed as CivilDate)
}

export function civilDate(text: string): CivilDate {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new RangeError(`not a date (YYYY-MM-DD): ${text}`)
  return parsed
}

/** The civil date in China at an instant; China has had no summer time since 1991. */
export function civilDateAt(instant: Date): CivilDate {
  return civilDate(new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10))
}

/** Days since 1970-01-01. */
export function dayNumber(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY
}

export function dateFromDayNumber(day: number): CivilDate {
  return civilDate(new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10))
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateFromDayNumber(dayNumber(date) + days)
}

export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function periodOfDate(date: CivilDate): Period {
  return period(date.slice(0, 7))
}

export function firstDayOf(month: Period): CivilDate {
  return civilDate(`${month}-01`)
}

/** First day of the month `count` months after the month of a date. */
export function addMonthsFirstDay(date: CivilDate, count: number): CivilDate {
  return firstDayOf(addMonths(periodOfDate(date), count))
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: CivilDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** A date packed into the whole number YYYYMMDD, which rules over many people compare; 0 when it is no real day. */
export function packedDay(text: string | undefined): number {
  if (text === undefined || text.length !== 10 || text[4] !== '-' || text[7] !== '-') return 0
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)]
  return isCalendarDay(year, month, day) ? year * 10000 + month * 100 + day : 0
}

/** A period written 'YYYY-MM' packed into the whole number YYYYMM, otherwise 0. */
export function packedPeriod(text: string | undefined): number {
  if (text === undefined || text.length !== 7 || text[4] !== '-') return 0
  const [year, month] = [digits(text, 0, 4), digits(text, 5, 7)]
  return year >= 1 && month >= 1 && month <= 12 ? year * 100 + month : 0
}

/** Throws on anything but a real date: `today` comes from our own clock, never from a user. */
export function requirePackedDay(text: string): number {
  const day = packedDay(text)
  if (day === 0) throw new RangeError('not a civil date (YYYY-MM-DD)')
  return day
}
