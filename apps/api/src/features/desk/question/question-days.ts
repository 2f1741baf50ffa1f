import { addDays, civilDate, civilDateAt } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn, heldFigureOn } from '../../../platform/service-figures.ts'
import type { HeldFigure } from '../../../platform/service-figures.ts'
import { workingCalendar } from '../../register/calendar/index.ts'
import { answerDueOn } from './question-rule.ts'

/** The last day for an answer to what is asked on a day, by the figure of that day. */
export const dueOnFrom = async (platform: Platform, day: string): Promise<string> =>
  answerDueOn(await workingCalendar(platform), day, await figureOn(platform, 'QUESTION_ANSWER_DAYS', day))

/** Why a question is answered by its day: counted from when it was asked, by the figure of that day and what that rests on. */
export interface AnswerTerm extends HeldFigure {
  readonly countedFrom: string
}
export async function answerTermOf(platform: Platform, { askedAt }: { readonly askedAt: Date }): Promise<AnswerTerm> {
  const countedFrom = civilDateAt(askedAt)
  return { ...(await heldFigureOn(platform, 'QUESTION_ANSWER_DAYS', countedFrom)), countedFrom }
}

/** The last day for asking again about what is answered on a day: the answered question keeps it, whatever the figure becomes. */
export const reopenUntilFrom = async (platform: Platform, day: string): Promise<string> =>
  addDays(civilDate(day), await figureOn(platform, 'QUESTION_REOPEN_DAYS', day))
