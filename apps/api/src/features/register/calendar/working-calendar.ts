import { CalendarYearMissingError, calendarOf, nextWorkingDay, prepareCalendar } from '@shebao/premium'
import type { CivilDate } from '@shebao/kernel'
import type { PreparedCalendar } from '@shebao/premium'
import { Refusal } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findCalendarRevision, listCalendarYears } from './calendar.repository.ts'

const prepared = new WeakMap<Platform['database'], { revision: string; calendar: PreparedCalendar }>()

/** The published years as the one table that deadlines are counted by; read again when a year was published. */
export async function workingCalendar(platform: Platform): Promise<PreparedCalendar> {
  const revision = await findCalendarRevision(platform)
  const known = prepared.get(platform.database)
  if (known?.revision === revision) return known.calendar
  const years = await listCalendarYears(platform, { inForce: true })
  const calendar = prepareCalendar(calendarOf(new Map(years.map(({ year, days }) => [year, days]))))
  prepared.set(platform.database, { revision, calendar })
  return calendar
}

/** A deadline falls into a year whose holidays nobody has published: it is not guessed, and the caller is told which year. */
export class CalendarMissing extends Refusal {
  override readonly name = 'CalendarMissing'
  readonly year: number
  constructor(year: number) {
    super('CALENDAR_MISSING', `The working-day calendar of ${year} has not been published.`, { year })
    this.year = year
  }
}

/** The date itself when it is a working day, else the next one. Throws `CalendarMissing`. */
export async function moveOffRestDay(platform: Platform, date: CivilDate): Promise<CivilDate> {
  const calendar = await workingCalendar(platform)
  try {
    return nextWorkingDay(calendar, date)
  } catch (error) {
    if (error instanceof CalendarYearMissingError) throw new CalendarMissing(error.year)
    throw error
  }
}

/** The year that has no table and ought to: this one, and from October on, before its first bills fall due, the next. */
export async function findMissingYear(platform: Platform): Promise<number | null> {
  const { years } = await workingCalendar(platform)
  const [year, month] = platform.clock.today().split('-', 2).map(Number)
  if (year === undefined || month === undefined) return null
  if (!years.has(year)) return year
  return month >= firstMonthToAsk && !years.has(year + 1) ? year + 1 : null
}

/** The State Council announces a year between October and December of the one before. */
const firstMonthToAsk = 10
