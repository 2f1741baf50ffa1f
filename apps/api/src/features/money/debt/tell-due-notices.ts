import { addDays } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { addWorkingDays, CalendarYearMissingError, isWorkingDay } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import type { Telling } from '../../../telling/telling.ts'
import { workingCalendar } from '../../register/calendar/index.ts'
import { listUnpaidNotices } from './due-notices.repository.ts'
import type { UnpaidNotice } from './due-notices.repository.ts'

/** So many working days before the last one an employer is reminded [PD]. */
const remindedBefore = 3
/** What fell due longer ago is known: an office that begins with this, or stood still, does not remind of years [PD]. */
const tellsOverdueFor = 10
const atOnce = 500

/** Reminds of bills that fall due soon, and tells once of those that are overdue. Asked again, nobody is told twice. */
export async function tellDueNotices(platform: Platform): Promise<number> {
  const today = platform.clock.today()
  const { working, soon } = await daysOf(platform, today)
  // Nobody works on a day off: what fell due on Friday is told on Monday.
  if (!working) return 0
  const range = { from: addDays(today, -tellsOverdueFor), to: soon }
  let after: UnpaidNotice | undefined
  let seen = 0
  for (;;) {
    const notices = await listUnpaidNotices(platform, range, after, atOnce)
    await tell(
      platform,
      notices.map((notice) => tellingOf(notice, today)),
    )
    seen += notices.length
    after = notices.at(-1)
    if (notices.length < atOnce) return seen
  }
}

/** A year whose calendar nobody published has no working days to count; its bills have a last day all the same. */
async function daysOf(platform: Platform, today: CivilDate): Promise<{ working: boolean; soon: CivilDate }> {
  const calendar = await workingCalendar(platform)
  try {
    return { working: isWorkingDay(calendar, today), soon: addWorkingDays(calendar, today, remindedBefore) }
  } catch (error) {
    if (error instanceof CalendarYearMissingError) return { working: true, soon: addDays(today, remindedBefore) }
    throw error
  }
}

function tellingOf({ id, employerId, number, period, open, dueOn }: UnpaidNotice, today: string): Telling {
  return {
    kind: dueOn < today ? 'BILL_OVERDUE' : 'BILL_DUE_SOON',
    to: { employerId },
    key: `${id}:${dueOn}`,
    params: { noticeId: id, number, period, amount: Number(open), dueOn },
  }
}
