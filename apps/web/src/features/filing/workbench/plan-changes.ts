import { copyCell, editCell, insurances, isUnread, withBureauValue } from '@shebao/roster'
import type { CellField, CellRefusal, DifferenceKind, PersonnelDraft } from '@shebao/roster'
import type { RowChange, StepKind } from './change-log.ts'
import { cellDiffers } from './line-cells.ts'
import { answerOf } from './merge-drafts.ts'
import { isSame } from './own-rows.ts'
import type { RosterBook } from './roster-book.ts'
import { bitOfKind } from './row-kinds.ts'
import { workbenchColumns } from './workbench-columns.ts'

/** What can be taken over from another list for many at once (domain 4.4). A duplicate or a wrong number can only be mended. */
export const TAKEN_KINDS = [
  'NAME_DIFF',
  'WAGE_OR_BASE_DIFF',
  'PARTICIPATION_DIFF',
  'MISSING_IN_UNIT',
  'EXTRA_IN_UNIT',
] as const satisfies readonly DifferenceKind[]
export type TakenKind = (typeof TAKEN_KINDS)[number]

export type Deed =
  | { kind: 'EDIT'; lines: readonly number[]; field: CellField; text: string }
  | { kind: 'BULK'; lines: readonly number[]; field: CellField; text: string }
  /** The cells, from the first line and the first field on. */
  | { kind: 'PASTE'; lines: readonly number[]; fields: readonly CellField[]; cells: readonly (readonly string[])[] }
  /** All differences of a kind as the register has it. */
  | { kind: 'TAKE_KIND'; lines: readonly number[]; of: TakenKind; reason?: string }
  /** One answer as another list has it. */
  | {
      kind: 'TAKE_FIELD'
      lines: readonly number[]
      field: CellField
      from: 'REGISTER' | 'LAST_YEAR'
      onlyEmpty: boolean
      reason?: string
    }
  | { kind: 'REMOVE'; lines: readonly number[] }

export type NotTakenReason = CellRefusal | 'NO_ROW' | 'NO_COLUMN' | 'NOT_EDITABLE' | 'NOT_ON_LIST'

/** A cell of those pasted or typed that is not taken, with its own place among them. */
export interface NotTaken {
  why: NotTakenReason
  /** From 1, in what was pasted. */
  at: { row: number; column: number }
  /** Row of the list and field it was meant for, where there are such. */
  row?: number
  field?: CellField
  text: string
}

export interface Plan {
  step: StepKind
  changes: RowChange[]
  notTaken: NotTaken[]
  /** Cells, not rows. */
  cells: number
}

const fixedFields = new Set(workbenchColumns.filter(({ editable }) => !editable).map(({ field }) => field))

/** These are asked about: whoever takes them from another list says why (domain 4.4). */
export function needsReason(deed: Deed): boolean {
  if (deed.kind === 'TAKE_KIND') return deed.of === 'WAGE_OR_BASE_DIFF' || deed.of === 'PARTICIPATION_DIFF'
  if (deed.kind !== 'TAKE_FIELD') return false
  return /^participation\.|^monthsWorkedLastYear$|^wagesLastYear$|^firstMonthWage$/.test(deed.field)
}

/** What a deed would change, worked out before anything is changed. */
export function planChanges(book: RosterBook, deed: Deed): Plan {
  switch (deed.kind) {
    case 'EDIT':
    case 'BULK':
      return planWords(
        book,
        deed.kind,
        deed.lines.map((line) => ({ line, texts: [deed.text] })),
        [deed.field],
      )
    case 'PASTE':
      return planPaste(book, deed)
    case 'TAKE_KIND':
      return planTaken(book, 'TAKE', deed.lines, (line) => takenKind(book, line, deed.of, deed.reason), deed.of)
    case 'TAKE_FIELD':
      return planTaken(book, 'TAKE', deed.lines, (line) => takenField(book, line, deed))
    case 'REMOVE':
      return planTaken(book, 'REMOVE', deed.lines, () => 'REMOVED')
  }
}

interface WordsOfLine {
  line: number
  texts: readonly string[]
}

/** Words into cells. In a single cell unread words stay, to be mended; of many cells they are not taken. */
function planWords(
  book: RosterBook,
  step: StepKind,
  lines: readonly WordsOfLine[],
  fields: readonly CellField[],
): Plan {
  const plan: Plan = { step, changes: [], notTaken: [], cells: 0 }
  lines.forEach(({ line, texts }, index) => {
    const before = book.ownOf(line)
    let after = before
    texts.forEach((text, column) => {
      const field = fields[column]
      const refuse = (why: NotTakenReason) =>
        plan.notTaken.push({
          why,
          at: { row: index + 1, column: column + 1 },
          ...(before === undefined ? {} : { row: book.rowOf(line) }),
          ...(field === undefined ? {} : { field }),
          text,
        })
      if (field === undefined) return void (text.trim() === '' ? 0 : refuse('NO_COLUMN'))
      if (fixedFields.has(field)) return void refuse('NOT_EDITABLE')
      if (after === undefined) return void refuse('NOT_ON_LIST')
      const edit = editCell(after, field, text)
      if (edit.refusal === 'TOO_LONG' || (edit.refusal === 'UNREAD' && step !== 'EDIT'))
        return void refuse(edit.refusal)
      if (isSame(edit.draft, after)) return
      plan.cells += 1
      after = edit.draft
    })
    if (after !== before) plan.changes.push({ row: book.rowOf(line), before, after })
  })
  return plan
}

function planPaste(book: RosterBook, { lines, fields, cells }: Extract<Deed, { kind: 'PASTE' }>): Plan {
  const plan = planWords(
    book,
    'PASTE',
    cells.slice(0, lines.length).flatMap((texts, index) => {
      const line = lines[index]
      return line === undefined ? [] : [{ line, texts }]
    }),
    fields,
  )
  cells.slice(lines.length).forEach((texts, index) => {
    if (texts.some((text) => text.trim() !== ''))
      plan.notTaken.push({ why: 'NO_ROW', at: { row: lines.length + index + 1, column: 1 }, text: texts.join('\t') })
  })
  return plan
}

function planTaken(
  book: RosterBook,
  step: StepKind,
  lines: readonly number[],
  taken: (line: number) => PersonnelDraft | 'REMOVED' | undefined,
  kind?: TakenKind,
): Plan {
  const changes: RowChange[] = []
  let newRow = book.lastRow
  for (const line of lines) {
    if (!book.isShown(line)) continue
    const before = book.ownOf(line)
    if (before === undefined && kind !== 'MISSING_IN_UNIT') continue
    const result = taken(line)
    if (result === undefined || result === before) continue
    const after = result === 'REMOVED' ? undefined : result
    changes.push({ row: before === undefined ? (newRow += 1) : book.rowOf(line), before, after })
  }
  return { step, changes, notTaken: [], cells: changes.length }
}

function takenKind(
  book: RosterBook,
  line: number,
  kind: TakenKind,
  reason: string | undefined,
): PersonnelDraft | 'REMOVED' | undefined {
  const register = book.registerOf(line)
  const own = book.ownOf(line)
  if ((book.kindsOf(line) & bitOfKind(kind)) === 0) return undefined
  if (kind === 'EXTRA_IN_UNIT') return 'REMOVED'
  if (register === undefined) return undefined
  if (kind === 'MISSING_IN_UNIT') {
    // As the register has them; their wages remain to be filled in.
    const { statedMonthlyAverage: _average, ...draft } = register
    return draft
  }
  if (own === undefined) return undefined
  if (kind === 'NAME_DIFF') return copyCell(own, 'name', register)
  if (kind === 'WAGE_OR_BASE_DIFF') return withRegistered(own, register, 'statedMonthlyAverage', reason)
  return insurances.reduce((draft, code) => withRegistered(draft, register, `participation.${code}`, reason), own)
}

function withRegistered(
  own: PersonnelDraft,
  register: PersonnelDraft,
  field: 'statedMonthlyAverage' | `participation.${(typeof insurances)[number]}`,
  reason: string | undefined,
): PersonnelDraft {
  const code = insurances.find((known) => field === `participation.${known}`)
  const bureau = code === undefined ? register.statedMonthlyAverage : register.participation?.[code]
  const stated = code === undefined ? own.statedMonthlyAverage : own.participation?.[code]
  if (bureau === undefined || bureau === stated) return own
  // An insurance that nobody was asked about is no difference.
  return code !== undefined && stated === undefined ? own : withBureauValue(own, { field, bureau }, reason)
}

function takenField(
  book: RosterBook,
  line: number,
  { field, from, onlyEmpty }: Extract<Deed, { kind: 'TAKE_FIELD' }>,
): PersonnelDraft | undefined {
  const own = book.ownOf(line)
  const other = from === 'REGISTER' ? book.registerOf(line) : book.lastYearOf(line)
  if (own === undefined || other === undefined || fixedFields.has(field)) return undefined
  const taken = copyCell(own, field, other)
  const isEmpty = answerOf(own, field) === answerOf({}, field)
  if (answerOf(other, field) === answerOf({}, field)) return undefined
  if (isEmpty || isUnread(own, field)) return taken
  return onlyEmpty || !cellDiffers(book, line, field, from) ? undefined : taken
}
