import { addDays, addMonths, civilDate, firstDayOf, period as toPeriod } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { findParameter } from '../policy/index.ts'
import type { WaiverProblem } from './waiver-case.ts'

/** A month that is declared later than this many months after it goes through back payment, whatever kept the unit (3.5) [PD]. */
const mostMonthsLater = 3

/** The last day on which a month is declared where nothing is extended. */
async function regularLastDay(platform: Platform, region: string, period: string): Promise<string> {
  const month = toPeriod(period)
  const last = addDays(firstDayOf(addMonths(month, 1)), -1)
  const day = await findParameter(platform, region, month, 'FILING_CUT_OFF_DAY')
  const wanted = typeof day === 'number' ? `${month}-${String(day).padStart(2, '0')}` : last
  return wanted > last ? last : civilDate(wanted)
}

/** What stands against extending the last day of a month. */
export async function extensionProblem(
  platform: Platform,
  { region, period, toOn }: { region: string; period: string; toOn: string },
): Promise<WaiverProblem | undefined> {
  if (toOn < platform.clock.today()) return 'DAY_PASSED'
  if (toOn <= (await regularLastDay(platform, region, period))) return 'NOT_LATER'
  return toOn >= firstDayOf(addMonths(toPeriod(period), mostMonthsLater + 1)) ? 'LONGEST' : undefined
}
