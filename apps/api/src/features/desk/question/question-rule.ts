import { addDays, civilDate } from '@shebao/kernel'
import { addWorkingDays, CalendarYearMissingError } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'

export const questionTopics = [
  'RECORD',
  'BASE',
  'GAP',
  'EMPLOYER',
  'TRANSFER',
  'BENEFIT',
  'RETIREMENT',
  'CARD',
] as const
export type QuestionTopic = (typeof questionTopics)[number]
/** CORRECTION: something in the record is wrong, and what would be right. */
export const questionKinds = ['QUESTION', 'CORRECTION'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const questionSubjects = ['NOTHING', 'MONTH', 'CARD', 'NOTICE'] as const
export type QuestionSubject = (typeof questionSubjects)[number]
export const entryKinds = ['ASKED', 'ANSWERED', 'REOPENED', 'HANDED_OVER', 'RATED'] as const
export type EntryKind = (typeof entryKinds)[number]

/** How long what is written may be, counted as people count characters [PD]. */
export const textLength = [4, 2000] as const
/** A few words: what would be right, where it was corrected, what somebody thinks of an answer. */
export const shortLength = [1, 300] as const

/** Days of a week for which no calendar says which of them are worked. */
const [week, workedOfWeek] = [7, 5]

/**
 * The last day for an answer. Where no calendar of the year is published yet, weekends are left out by count: a question is never
 * refused for it.
 */
export function answerDueOn(calendar: PreparedCalendar, today: string, answerDays: number): string {
  try {
    return addWorkingDays(calendar, civilDate(today), answerDays)
  } catch (error) {
    if (!(error instanceof CalendarYearMissingError)) throw error
    return addDays(civilDate(today), Math.ceil((answerDays * week) / workedOfWeek))
  }
}
