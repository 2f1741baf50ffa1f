import { addDays } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { addWorkingDays, CalendarYearMissingError, isWorkingDay } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import { workingCalendar } from '../../register/calendar/index.ts'
import { inspectionWindow, windowState } from './inspection-window.ts'
import type { InspectionWindow } from './inspection-window.ts'
import { listOfficeSettings, listUnsubmitted } from './unsubmitted.repository.ts'

/** So many working days before the window closes an employer that has submitted nothing is reminded, once each [PD]. */
const remindedBefore = [10, 3] as const
const atOnce = 500

/** Reminds of inspections that have not been submitted. Asked again, nobody is told twice. Answers how many employers were looked at. */
export async function remindOfInspections(platform: Platform): Promise<number> {
  const today = platform.clock.today()
  const calendar = await workingCalendar(platform)
  let seen = 0
  for (const { region, settings } of await listOfficeSettings(platform)) {
    const window = inspectionWindow({ settings }, today)
    const days = windowState(window, today) === 'OPEN' ? reminderOf(calendar, window, today) : undefined
    if (days !== undefined) seen += await remindRegion(platform, region, window, days)
  }
  return seen
}

/** The reminder whose time it is: the latest, so that an office that begins with this does not send two at once. */
function reminderOf(calendar: PreparedCalendar, { closesOn }: InspectionWindow, today: CivilDate): number | undefined {
  const withinDays = (days: number) => closesOn <= soonest(calendar, today, days)
  return isDayOff(calendar, today) ? undefined : remindedBefore.findLast(withinDays)
}

/** A year whose calendar nobody published has no working days to count; its window closes all the same. */
function soonest(calendar: PreparedCalendar, today: CivilDate, days: number): CivilDate {
  try {
    return addWorkingDays(calendar, today, days)
  } catch (error) {
    if (error instanceof CalendarYearMissingError) return addDays(today, days)
    throw error
  }
}

function isDayOff(calendar: PreparedCalendar, today: CivilDate): boolean {
  try {
    return !isWorkingDay(calendar, today)
  } catch (error) {
    if (error instanceof CalendarYearMissingError) return false
    throw error
  }
}

async function remindRegion(
  platform: Platform,
  region: string,
  { year, closesOn }: InspectionWindow,
  days: number,
): Promise<number> {
  let seen = 0
  let after: string | undefined
  for (;;) {
    const employers = await listUnsubmitted(platform, { region, year, closesOn }, after, atOnce)
    await tell(
      platform,
      employers.map((employerId) => ({
        kind: 'INSPECTION_DUE_SOON' as const,
        to: { employerId },
        key: `${employerId}:${year}:${closesOn}:${days}`,
        params: { year, closesOn },
      })),
    )
    seen += employers.length
    after = employers.at(-1)
    if (employers.length < atOnce) return seen
  }
}

export function declarationJobs(platform: Platform): RecurringJob[] {
  return [
    { name: 'remind-of-inspections', cron: '30 8 * * *', run: async () => void (await remindOfInspections(platform)) },
  ]
}
