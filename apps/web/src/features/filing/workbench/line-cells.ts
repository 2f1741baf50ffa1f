import { fieldText, isUnread } from '@shebao/roster'
import type { CellField, PersonnelDraft, RosterLanguage } from '@shebao/roster'
import { normalisePersonName } from '@shebao/identifiers'
import type { RosterBook } from './roster-book.ts'

export const SOURCES = ['OWN', 'REGISTER', 'LAST_YEAR'] as const
export type Source = (typeof SOURCES)[number]

/** What is to be said of one cell, as bits. */
export const DIFFERS_FROM_REGISTER = 1
export const DIFFERS_FROM_LAST_YEAR = 2
export const UNREAD = 4

/** One cell on all three lists, as words; undefined where the person is not on the list. */
export interface LineCell {
  texts: readonly [string | undefined, string | undefined, string | undefined]
  marks: number
}

export function cellOf(book: RosterBook, line: number, field: CellField, language: RosterLanguage): LineCell {
  const typed = book.ownOf(line)
  const own = field === 'statedMonthlyAverage' ? book.comparedOwn(line) : typed
  const register = book.registerOf(line)
  const last = book.lastYearOf(line)
  const word = (draft: PersonnelDraft | undefined) => draft && fieldText(draft, field, language)
  const texts = [word(own), word(register), word(last)] as const
  const marks =
    (differs(own, register, field, texts[0], texts[1]) ? DIFFERS_FROM_REGISTER : 0) |
    (differs(own, last, field, texts[0], texts[2]) ? DIFFERS_FROM_LAST_YEAR : 0) |
    (typed !== undefined && isUnread(typed, field) ? UNREAD : 0)
  return { texts, marks }
}

/** What either side does not know is no difference; layout inside a name is none either. */
function differs(
  own: PersonnelDraft | undefined,
  other: PersonnelDraft | undefined,
  field: CellField,
  ownText: string | undefined,
  otherText: string | undefined,
): boolean {
  if (!own || !other || !ownText || !otherText) return false
  return field === 'name' ? normalisePersonName(ownText) !== normalisePersonName(otherText) : ownText !== otherText
}

export function cellDiffers(book: RosterBook, line: number, field: CellField, from: 'REGISTER' | 'LAST_YEAR'): boolean {
  const mark = from === 'REGISTER' ? DIFFERS_FROM_REGISTER : DIFFERS_FROM_LAST_YEAR
  return (cellOf(book, line, field, 'zh-CN').marks & mark) !== 0
}
