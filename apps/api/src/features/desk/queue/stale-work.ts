import { addDays, civilDate } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { CalendarYearMissingError, isWorkingDay } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn } from '../../../platform/service-figures.ts'
import { workingCalendar } from '../../register/calendar/index.ts'

/** No rest lasts as long: from a calendar whose days are all holidays nothing is stale. */
const farthest = 400

/**
 * The first day on which a case that is not stale today can have been taken: so many whole working days lie between an earlier one
 * and today. Nothing while a year that it falls into is not published: what is not known to be late is not called so.
 */
export function firstFreshDay(calendar: PreparedCalendar, today: CivilDate, days: number): CivilDate | undefined {
  try {
    let left = days
    for (let back = 1; back <= farthest; back += 1) {
      const day = addDays(today, -back)
      if (isWorkingDay(calendar, day)) left -= 1
      if (left === 0) return day
    }
    return undefined
  } catch (error) {
    if (error instanceof CalendarYearMissingError) return undefined
    throw error
  }
}

/** What was taken before this moment is stale, by the office's own figure. */
export async function staleBefore(platform: Platform): Promise<Date> {
  const today = civilDate(platform.clock.today())
  const fresh = firstFreshDay(await workingCalendar(platform), today, await figureOn(platform, 'WORK_STALE_DAYS'))
  return fresh ? new Date(`${fresh}T00:00:00+08:00`) : new Date(0)
}
