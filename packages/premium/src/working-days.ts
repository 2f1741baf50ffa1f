import { addDays, civilDate, weekdayOf } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'

/**
 * The calendar table of the office: weekdays that are holidays and weekends that are worked (调休). Every year it
 * answers for is named, so that a deadline is never computed from bare weekday arithmetic (domain specification 0).
 */
export type WorkingCalendar = {
  readonly years: readonly number[]
  readonly holidays: readonly string[]
  readonly makeUpDays: readonly string[]
}

export class CalendarYearMissingError extends Error {
  override readonly name = 'CalendarYearMissingError'
  readonly year: number
  constructor(year: number) {
    super(`the working-day calendar has no table for ${year}`)
    this.year = year
  }
}

export type PreparedCalendar = {
  readonly years: ReadonlySet<number>
  readonly holidays: ReadonlySet<string>
  readonly makeUpDays: ReadonlySet<string>
}

export function prepareCalendar(table: WorkingCalendar): PreparedCalendar {
  const both = table.holidays.find((day) => table.makeUpDays.includes(day))
  if (both !== undefined) throw new RangeError(`${both} is listed both as a holiday and as a make-up day`)
  return {
    years: new Set(table.years),
    holidays: new Set(table.holidays.map(civilDate)),
    makeUpDays: new Set(table.makeUpDays.map(civilDate)),
  }
}

export function isWorkingDay(calendar: PreparedCalendar, date: CivilDate): boolean {
  const year = Number(date.slice(0, 4))
  if (!calendar.years.has(year)) throw new CalendarYearMissingError(year)
  if (calendar.makeUpDays.has(date)) return true
  if (calendar.holidays.has(date)) return false
  const weekday = weekdayOf(date)
  return weekday !== 0 && weekday !== 6
}

/** The date itself when it is a working day, else the next one. */
export function nextWorkingDay(calendar: PreparedCalendar, date: CivilDate): CivilDate {
  let day = date
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return day
}

/** The nth working day after a date; the first day is not counted. */
export function addWorkingDays(calendar: PreparedCalendar, from: CivilDate, count: number): CivilDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of days: ${count}`)
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/** Working days in (from, to]: how many have gone by on the evening of `to`. */
export function workingDaysBetween(calendar: PreparedCalendar, from: CivilDate, to: CivilDate): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1
  return count
}

export type DayLimit = { readonly days: number; readonly unit: 'DAYS' | 'WORKING_DAYS' }

/** In proceedings under the Administrative Coercion Law, limits of ten days or fewer mean working days (ACL 69). */
export function coercionLawLimit(days: number): DayLimit {
  return { days, unit: days <= 10 ? 'WORKING_DAYS' : 'DAYS' }
}

/**
 * The last day of a limit. The first day is not counted; when a limit in calendar days ends on a rest day it moves to
 * the next working day (civil-law rule).
 */
export function deadline(calendar: PreparedCalendar, from: CivilDate, limit: DayLimit): CivilDate {
  if (limit.unit === 'WORKING_DAYS') return addWorkingDays(calendar, from, limit.days)
  return nextWorkingDay(calendar, addDays(from, limit.days))
}
