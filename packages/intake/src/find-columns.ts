import type { Sheet, SheetRow, Workbook } from '@shebao/roster'
import type { Columns } from './column.ts'
import type { ColumnLayout } from './column-layout.ts'
import { headOf } from './head-of.ts'

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
  /** Every head there is, each once. */
  readonly heads: readonly FoundColumn[]
  /** Heads that nothing was made of. */
  readonly unknown: readonly string[]
  /** Required columns that the file does not have. */
  readonly missing: readonly Key[]
}

/** Titles and instructions come before a table, but not hundreds of them. */
const rowsLookedAt = 50

/**
 * The table of this kind in the file: the row of heads that names most of its columns, on a visible sheet before a hidden one.
 * Undefined when no row names two of them, or the only one there is. What somebody said of the heads (`layout`) goes before what they
 * are usually called.
 */
export function findColumns<Table extends Columns>(
  workbook: Pick<Workbook, 'sheets'>,
  table: Table,
  layout: ColumnLayout = {},
): FoundTable<keyof Table & string> | undefined {
  const words = headWords(table, layout)
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

/**
 * A table of which no head is known: the first row that fills as many cells as any, with something below it. Titles stand in one or
 * two cells, the names of columns in all of them.
 */
export function guessTable<Table extends Columns>(
  workbook: Workbook,
  table: Table,
): FoundTable<keyof Table & string> | undefined {
  const sheet = workbook.sheets.find(({ hidden, rows }) => !hidden && rows.length > 1)
  if (!sheet) return undefined
  const rows = sheet.rows.slice(0, rowsLookedAt)
  const filled = rows.map(({ cells }) => cells.filter((cell) => (cell?.text.trim() ?? '') !== '').length)
  const most = Math.max(...filled)
  const row = rows[filled.indexOf(most)]
  return row && most >= 2 ? foundAt(sheet, row, table, new Map()) : undefined
}

function foundAt<Table extends Columns>(
  sheet: Sheet,
  row: SheetRow,
  table: Table,
  words: ReadonlyMap<string, keyof Table & string>,
): FoundTable<keyof Table & string> {
  const columns = new Map<keyof Table & string, FoundColumn>()
  const unknown: string[] = []
  const heads = new Map<string, FoundColumn>()
  for (const [index, cell] of row.cells.entries()) {
    const header = cell?.text.trim() ?? ''
    if (header === '') continue
    if (!heads.has(header)) heads.set(header, { index, header })
    const key = words.get(headOf(header))
    if (key === undefined || columns.has(key)) unknown.push(header)
    else columns.set(key, { index, header })
  }
  const missing = Object.keys(table).filter((key) => table[key]?.required && !columns.has(key))
  return { sheet, headerRow: row.row, columns, heads: [...heads.values()], unknown, missing }
}

function headWords<Table extends Columns>(table: Table, layout: ColumnLayout): Map<string, keyof Table & string> {
  const words = new Map<string, keyof Table & string>()
  const said = new Set(Object.values(layout))
  for (const [key, column] of Object.entries(table)) {
    // What was named by hand is that column and no other.
    if (said.has(key)) continue
    for (const word of [column.zh, column.en, key, ...(column.also ?? [])]) words.set(headOf(word), key)
  }
  for (const [header, key] of Object.entries(layout)) {
    if (key === null) words.delete(headOf(header))
    else if (Object.hasOwn(table, key)) words.set(headOf(header), key)
  }
  return words
}
