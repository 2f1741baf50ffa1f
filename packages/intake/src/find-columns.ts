import { foldText } from '@shebao/roster'
import type { Sheet, SheetRow, Workbook } from '@shebao/roster'
import type { Columns } from './column.ts'

export interface FoundColumn {
  /** From 0, as the file has it. */
  readonly index: number
  readonly header: string
}

/** Where a kind's columns stand in a file. */
export interface FoundTable<Key extends string = string> {
  readonly sheet: Sheet
  readonly headerRow: number
  readonly columns: ReadonlyMap<Key, FoundColumn>
  /** Heads that nothing was made of. */
  readonly unknown: readonly string[]
  /** Required columns that the file does not have. */
  readonly missing: readonly Key[]
}

/** Titles and instructions come before a table, but not hundreds of them. */
const rowsLookedAt = 50

/**
 * The table of this kind in the file: the row of heads that names most of its columns, on a visible sheet before a hidden one.
 * Undefined when no row names two of them, or the only one there is.
 */
export function findColumns<Table extends Columns>(
  workbook: Pick<Workbook, 'sheets'>,
  table: Table,
): FoundTable<keyof Table & string> | undefined {
  const words = headWords(table)
  let best: { sheet: Sheet; row: SheetRow; score: number } | undefined
  for (const sheet of workbook.sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden))) {
    for (const row of sheet.rows.slice(0, rowsLookedAt)) {
      const score = new Set(row.cells.flatMap((cell) => words.get(headOf(cell?.text ?? '')) ?? [])).size
      if (score > (best?.score ?? 0)) best = { sheet, row, score }
    }
    if (best !== undefined) break
  }
  if (!best || best.score < Math.min(2, Object.keys(table).length)) return undefined
  return foundAt(best.sheet, best.row, table, words)
}

function foundAt<Table extends Columns>(
  sheet: Sheet,
  row: SheetRow,
  table: Table,
  words: ReadonlyMap<string, keyof Table & string>,
): FoundTable<keyof Table & string> {
  const columns = new Map<keyof Table & string, FoundColumn>()
  const unknown: string[] = []
  for (const [index, cell] of row.cells.entries()) {
    const header = cell?.text.trim() ?? ''
    if (header === '') continue
    const key = words.get(headOf(header))
    if (key === undefined || columns.has(key)) unknown.push(header)
    else columns.set(key, { index, header })
  }
  const missing = Object.keys(table).filter((key) => table[key]?.required && !columns.has(key))
  return { sheet, headerRow: row.row, columns, unknown, missing }
}

const marks = /[*＊★※]|必填|选填/g
const units = /[(（][^)）]*[)）]/g

/** A head without the mark of what must be filled in, and without its unit. */
const headOf = (text: string): string => foldText(text.replace(marks, '').replace(units, ''))

function headWords<Table extends Columns>(table: Table): Map<string, keyof Table & string> {
  const words = new Map<string, keyof Table & string>()
  for (const [key, column] of Object.entries(table))
    for (const word of [column.zh, column.en, key, ...(column.also ?? [])]) words.set(headOf(word), key)
  return words
}
