import { openWorkbook } from '@shebao/roster'
import type { Cell, FileLimits, FileProblem, Sheet } from '@shebao/roster'
import type { Columns, RowOf } from './column.ts'
import type { ColumnLayout, FileHead } from './column-layout.ts'
import { findColumns, guessTable } from './find-columns.ts'
import type { FoundTable } from './find-columns.ts'
import { readCell } from './read-cell.ts'
import { rowError } from './row-problem.ts'
import type { RowProblem } from './row-problem.ts'

/** A row's cells by the keys of the columns, as the file states them: what is kept, and read again when it is decided on. */
export type RowCells = Readonly<Record<string, Cell>>

export interface ReadRow<Table extends Columns> {
  /** As the spreadsheet numbers it. */
  readonly row: number
  readonly values: RowOf<Table>
  readonly problems: readonly RowProblem[]
}

export interface OpenedTable {
  readonly table: FoundTable
  readonly date1904: boolean
  /** For naming the columns by hand. */
  readonly heads: readonly FileHead[]
  /** All of the file, the one of the table among them. */
  readonly sheets: readonly Sheet[]
  readonly rows: readonly { readonly row: number; readonly cells: RowCells }[]
}

export type TableResult = { ok: true; opened: OpenedTable } | { ok: false; problem: FileProblem }

export interface OpenOptions {
  limits?: Partial<FileLimits>
  /** What somebody said of the heads. */
  layout?: ColumnLayout | undefined
  /** A table without a known head is told with its heads instead of refused: somebody says what they are. */
  unknownHeads?: boolean
}

/** Opens a file and finds the table of this kind in it. Does not throw. */
export function openTable(
  bytes: Uint8Array,
  fileName: string,
  columns: Columns,
  { limits = {}, layout, unknownHeads = false }: OpenOptions = {},
): TableResult {
  const result = openWorkbook(bytes, fileName, { limits })
  if (!result.ok) return result
  const { workbook } = result
  const table = findColumns(workbook, columns, layout) ?? (unknownHeads ? guessTable(workbook, columns) : undefined)
  if (!table) return { ok: false, problem: { code: 'NO_TABLE', params: {} } }
  const below = table.sheet.rows.filter(({ row }) => row > table.headerRow)
  const places = [...table.columns]
  const rows = below.flatMap(({ row, cells }) => {
    const own = places.flatMap(([key, { index }]): [string, Cell][] => {
      const cell = cells[index]
      return cell === undefined || cell.text.trim() === '' ? [] : [[key, cell]]
    })
    // A line of dashes, a note under the table: nothing of the table's columns but perhaps the first.
    return own.length === 0 ? [] : [{ row, cells: Object.fromEntries(own) }]
  })
  return {
    ok: true,
    opened: { table, date1904: workbook.date1904, heads: headsOf(table, below), sheets: workbook.sheets, rows },
  }
}

const samplesShown = 3

function headsOf({ heads, columns }: FoundTable, below: FoundTable['sheet']['rows']): FileHead[] {
  const keys = new Map([...columns].map(([key, { index }]) => [index, key]))
  return heads.map(({ header, index }) => {
    const samples = new Set<string>()
    for (const { cells } of below) {
      const text = cells[index]?.text.trim() ?? ''
      if (text !== '') samples.add(text)
      if (samples.size === samplesShown) break
    }
    return { header, takenFor: keys.get(index) ?? null, samples: [...samples] }
  })
}

/** The values of a row with everything that is wrong with single cells. */
export function readTableRow<Table extends Columns>(
  columns: Table,
  { row, cells }: { row: number; cells: RowCells },
  date1904: boolean,
): ReadRow<Table> {
  const values: Record<string, string | number | boolean> = {}
  const problems: RowProblem[] = []
  for (const [key, column] of Object.entries(columns)) {
    const read = readCell(key, column, cells[key], date1904)
    if (read === undefined) {
      if (column.required) problems.push(rowError(key, 'MISSING'))
    } else if ('problem' in read) problems.push(read.problem)
    else values[key] = read.value
  }
  // Each reader answers with what its column's type says: readCell and ValueOf are the same list, read twice.
  return { row, values: values as RowOf<Table>, problems }
}
