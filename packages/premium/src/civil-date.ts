import { addMonths, period } from './period.ts'
import type { Period } from './period.ts'

/** A civil date in Asia/Shanghai, written `YYYY-MM-DD`; text order is time order. No clock, no time zone. */
declare const civilDateBrand: unique symbol
export type CivilDate = string & { readonly [civilDateBrand]: 'CivilDate' }

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/u
const MILLISECONDS_PER_DAY = 86_400_000

/** Refuses days that do not exist, such as 2023-02-29. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = CIVIL_DATE.exec(text.trim())
  if (match === null || Number(match[1]) < 1) return undefined
  const milliseconds = Date.parse(`${match[0]}T00:00:00Z`)
  if (Number.isNaN(milliseconds)) return undefined
  return new Date(milliseconds).toISOString().startsWith(match[0]) ? (match[0] as CivilDate) : undefined
}

export function civilDate(text: string): CivilDate {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new RangeError(`not a date (YYYY-MM-DD): ${text}`)
  return parsed
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
