import { civilDate } from '@shebao/kernel'
import { CalendarYearMissingError, isWorkingDay } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import type { Telling } from '../../../telling/telling.ts'
import { workingCalendar } from '../../register/calendar/index.ts'
import { declarationKinds } from '../declaration/index.ts'
import { listAwaited, updatePaperCopy } from './paper-copy.repository.ts'
import type { PaperCopyRow } from './paper-copy.repository.ts'
import { paperDueOn, reminderFor, soonOf } from './paper-rule.ts'
import type { PaperRule } from './paper-rule.ts'
import { findPaperRule } from './paper-rule.repository.ts'

const atOnce = 500

/**
 * Reminds of papers that are due soon and of those that are late. Asked again on the same day, nobody is told twice. A paper whose
 * day could not be counted gets it as soon as the calendar of its year is published.
 */
export async function remindOfPapers(platform: Platform): Promise<number> {
  const calendar = await workingCalendar(platform)
  const today = platform.clock.today()
  // Nobody works on a day off: what fell due on Friday is told on Monday.
  if (!works(calendar, today)) return 0
  let told = 0
  for (const kind of declarationKinds) {
    const rule = await findPaperRule(platform, kind)
    const soon = soonOf(calendar, civilDate(today), rule)
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const papers = await listAwaited(platform, { kind, until: soon }, after, atOnce)
      const tellings: Telling[] = []
      for (const paper of papers) tellings.push(...(await tellingOf(platform, paper, { today, soon, calendar, rule })))
      await tell(platform, tellings)
      told += tellings.length
      after = papers.at(-1)?.declarationId ?? after
      if (papers.length < atOnce) break
    }
  }
  return told
}

function works(calendar: PreparedCalendar, today: string): boolean {
  try {
    return isWorkingDay(calendar, civilDate(today))
  } catch (error) {
    if (error instanceof CalendarYearMissingError) return true
    throw error
  }
}

async function tellingOf(
  platform: Platform,
  paper: PaperCopyRow,
  day: { today: string; soon: string; calendar: PreparedCalendar; rule: PaperRule },
): Promise<Telling[]> {
  const { declarationId, employerId, formNo, expectedOn } = paper
  const dueOn = paper.dueOn ?? paperDueOn(day.calendar, expectedOn, day.rule)
  if (dueOn === undefined) return []
  if (paper.dueOn === null) await updatePaperCopy(platform, declarationId, { dueOn })
  const reminder = reminderFor({ dueOn, ...day }, day.rule)
  if (!reminder) return []
  const { kind, key } = reminder
  return [{ kind, to: { employerId }, key: `${declarationId}:${key}`, params: { formNo, dueOn } }]
}

export function paperJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: 'remind-of-papers',
      cron: '40 8 * * *',
      async run() {
        const told = await remindOfPapers(platform)
        if (told > 0) platform.logger.info({ papers: told }, 'paper copies due soon or late were told of')
      },
    },
  ]
}
