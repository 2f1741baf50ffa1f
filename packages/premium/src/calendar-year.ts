import { isCivilDate, weekdayOf } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import type { WorkingCalendar } from './working-days.ts'

/** A day that is not what its weekday says: a holiday, or a weekend day that is worked in exchange (调休). */
export const CALENDAR_DAY_KINDS = ['HOLIDAY', 'MAKE_UP'] as const
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number]

export interface CalendarDay {
  readonly day: CivilDate
  readonly kind: CalendarDayKind
  readonly name: string
}

export const CALENDAR_PROBLEMS = [
  'NO_DAYS',
  'DAY_TWICE',
  'OTHER_YEAR',
  'MAKE_UP_ON_WEEKDAY',
  'STATUTORY_DAY_MISSING',
  'MAKE_UP_MISSING',
] as const
export type CalendarProblemCode = (typeof CALENDAR_PROBLEMS)[number]

export interface CalendarProblem {
  readonly code: CalendarProblemCode
  readonly level: 'ERROR' | 'WARNING'
  readonly day: CivilDate | null
}

/** Fixed days of the Regulation on Public Holidays (全国年节及纪念日放假办法) 2: the others follow the moon. */
const fixedHolidays = ['01-01', '05-01', '10-01', '10-02', '10-03']

const isWeekend = (day: CivilDate) => [0, 6].includes(weekdayOf(day))

/** What stands against publishing these days as the table of a year, and what is odd about them. */
export function checkCalendarYear(year: number, days: readonly CalendarDay[]): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  const add = (code: CalendarProblemCode, day: CivilDate | null, level: 'ERROR' | 'WARNING' = 'ERROR') =>
    problems.push({ code, level, day })
  if (!days.some(({ kind }) => kind === 'HOLIDAY')) add('NO_DAYS', null)
  const seen = new Set<string>()
  for (const { day, kind } of days) {
    if (seen.has(day)) add('DAY_TWICE', day)
    seen.add(day)
    if (Number(day.slice(0, 4)) !== year) add('OTHER_YEAR', day)
    if (kind === 'MAKE_UP' && !isWeekend(day)) add('MAKE_UP_ON_WEEKDAY', day)
  }
  const holidays = new Set(days.flatMap(({ day, kind }) => (kind === 'HOLIDAY' ? [day] : [])))
  for (const fixed of fixedHolidays) {
    const day: unknown = `${year}-${fixed}`
    if (isCivilDate(day) && !isWeekend(day) && !holidays.has(day)) add('STATUTORY_DAY_MISSING', day, 'WARNING')
  }
  // The long holidays are always made up for; a table without a worked weekend was copied by halves.
  if (holidays.size > 0 && !days.some(({ kind }) => kind === 'MAKE_UP')) add('MAKE_UP_MISSING', null, 'WARNING')
  return problems
}

/** The tables of whole years as the one that deadlines are counted by. */
export function calendarOf(years: ReadonlyMap<number, readonly CalendarDay[]>): WorkingCalendar {
  const days = [...years.values()].flat()
  const of = (wanted: CalendarDayKind) => days.flatMap(({ day, kind }) => (kind === wanted ? [day] : []))
  return { years: [...years.keys()], holidays: of('HOLIDAY'), makeUpDays: of('MAKE_UP') }
}
