import { ISSUE_CODES } from '@shebao/declaration-rules'
import type { IssueCode } from '@shebao/declaration-rules'
import { normaliseIdentifier, personNumberOnRecord } from '@shebao/identifiers'
import { cellValue, differenceKinds } from '@shebao/roster'
import type { CellField, DifferenceKind, PersonnelDraft } from '@shebao/roster'
import type { RosterBook } from './roster-book.ts'
import { bitOfKind } from './row-kinds.ts'

/** Whom the lines shown are about: one problem at a time. */
export type Problem =
  | 'ALL'
  | 'ERROR'
  | 'WARNING'
  | 'FINE'
  | 'UNREAD'
  | 'UNSAVED'
  | 'ONLY_LAST_YEAR'
  | `issue:${IssueCode}`
  | `kind:${DifferenceKind}`

export const problems: readonly Problem[] = [
  'ALL',
  'ERROR',
  'WARNING',
  'FINE',
  'UNREAD',
  'UNSAVED',
  'ONLY_LAST_YEAR',
  ...ISSUE_CODES.map((code) => `issue:${code}` as const),
  ...differenceKinds.map((kind) => `kind:${kind}` as const),
]

export interface LineFilter {
  text: string
  problem: Problem
}

export interface LineSort {
  field: CellField
  descending: boolean
}

type IsUnsaved = (row: number) => boolean

/** How many lines each problem has; those that have none are left out. */
export function countProblems(book: RosterBook, isUnsaved: IsUnsaved): Partial<Record<Problem, number>> {
  const counts: Partial<Record<Problem, number>> = {}
  const count = (problem: Problem) => {
    counts[problem] = (counts[problem] ?? 0) + 1
  }
  for (let line = 0; line < book.length; line++) {
    if (!book.isShown(line)) continue
    for (const problem of problemsOf(book, line, isUnsaved)) count(problem)
  }
  return counts
}

function problemsOf(book: RosterBook, line: number, isUnsaved: IsUnsaved): Problem[] {
  const own = book.ownOf(line)
  const found: Problem[] = ['ALL']
  const kinds = book.kindsOf(line)
  if (kinds !== 0) for (const kind of differenceKinds) if (kinds & bitOfKind(kind)) found.push(`kind:${kind}`)
  if (own === undefined) {
    if (kinds === 0) found.push('ONLY_LAST_YEAR')
    return found
  }
  const state = book.stateOf(line)
  if (state !== 'ABSENT') found.push(state)
  if (own.raw !== undefined) found.push('UNREAD')
  if (isUnsaved(book.rowOf(line))) found.push('UNSAVED')
  const codes = new Set(book.issuesOf(line).map(({ code }) => code))
  for (const code of codes) found.push(`issue:${code}`)
  return found
}

/** The lines that a filter lets through, in their order: the own list by row, then those whom only another list has. */
export function linesOf(
  book: RosterBook,
  { text, problem }: LineFilter,
  sort: LineSort | undefined,
  isUnsaved: IsUnsaved,
): number[] {
  const wanted = text.trim()
  const number = normaliseIdentifier(wanted)
  const onRecord = personNumberOnRecord(wanted)
  const lines: number[] = []
  for (let line = 0; line < book.length; line++) {
    if (!book.isShown(line)) continue
    if (problem !== 'ALL' && !problemsOf(book, line, isUnsaved).includes(problem)) continue
    if (wanted !== '' && !bears(book, line, { text: wanted, number, onRecord })) continue
    lines.push(line)
  }
  return sort === undefined ? lines : sorted(book, lines, sort)
}

interface Wanted {
  text: string
  number: string
  /** The number that was made of a travel permit, or of an old resident ID. */
  onRecord: string
}

function bears(book: RosterBook, line: number, wanted: Wanted): boolean {
  return [book.ownOf(line), book.registerOf(line), book.lastYearOf(line)].some((draft) => draft && says(draft, wanted))
}

function says(draft: PersonnelDraft, { text, number, onRecord }: Wanted): boolean {
  const { name = '', idNumber = '', mobile = '' } = draft
  if (idNumber !== '' && idNumber === onRecord) return true
  return name.includes(text) || (number !== '' && (idNumber.includes(number) || mobile.includes(number)))
}

const collator = new Intl.Collator('zh-CN')

/** Empty answers come last either way, so that they are not looked for between the others. */
function sorted(book: RosterBook, lines: readonly number[], { field, descending }: LineSort): number[] {
  const keys = new Map(lines.map((line) => [line, sortKey(book, line, field)]))
  const turn = descending ? -1 : 1
  return lines.toSorted((a, b) => {
    const [one, other] = [keys.get(a), keys.get(b)]
    if (one === undefined || other === undefined) return one === other ? a - b : one === undefined ? 1 : -1
    const order =
      typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other))
    return order === 0 ? a - b : order * turn
  })
}

function sortKey(book: RosterBook, line: number, field: CellField): string | number | undefined {
  const draft = book.comparedOwn(line) ?? book.registerOf(line) ?? book.lastYearOf(line)
  if (draft === undefined) return undefined
  const value = cellValue(draft, field)
  if (typeof value === 'boolean') return value ? 1 : 0
  return value
}
