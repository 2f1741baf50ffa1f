import type { Cell, Sheet, SheetRow, Workbook } from './cell.ts'
import { classifyRow } from './classify-row.ts'
import type { RowClass } from './classify-row.ts'
import { columnFields } from './column-field.ts'
import type { ColumnField } from './column-field.ts'
import type { ColumnMapping } from './column-mapping.ts'
import type { TableCandidate } from './find-table.ts'
import type { PersonnelDraft } from './personnel-draft.ts'
import type { ProgressListener } from './progress.ts'
import { cellText, readPersonCell, spreadGeneralReason } from './read-person-cell.ts'
import type { CellNote } from './read-person-cell.ts'
import { TotalKeeper, totalledFields } from './total-check.ts'
import type { TotalCheck, TotalledField } from './total-check.ts'

export interface RosterRow {
  /** As the spreadsheet numbers it. */
  row: number
  draft: PersonnelDraft
  /** Every cell as it reads in the sheet, by column, also of columns that were not mapped. */
  cells: string[]
  /** What is odd about the identifier: stored as a number, and whether digits were lost by it. */
  notes: CellNote[]
  /** In a file of failing rows: the row of the file it was taken from. */
  originalRow?: number
}

export interface IgnoredRow {
  row: number
  reason: Exclude<RowClass, 'PERSON'>
  text: string
}

export interface RowsReading {
  rows: RosterRow[]
  totals: TotalCheck[]
  ignored: IgnoredRow[]
}

export interface ReadRowsOptions {
  /** A file this office wrote: every numbered row is a person, whatever it holds. */
  isOwnFile?: boolean
  onProgress?: ProgressListener
}

const PROGRESS_EVERY = 500

/** The people under a header, row by row; values that cannot be read stay as text in `draft.raw`. */
export function readRows(
  workbook: Workbook,
  table: TableCandidate,
  mapping: ColumnMapping,
  options: ReadRowsOptions = {},
): RowsReading {
  const sheet = workbook.sheets[table.sheetIndex]
  const result: RowsReading = { rows: [], totals: [], ignored: [] }
  if (sheet === undefined) return result
  const fields = columnFields.filter((field) => mapping.columns[field] !== undefined)
  const spread = mergedCellLookup(sheet, table.headerRows[1])
  const totals = new TotalKeeper()
  const below = sheet.rows.filter((row) => row.row > table.headerRows[1])
  for (const [index, row] of below.entries()) {
    if (index % PROGRESS_EVERY === 0) options.onProgress?.('READING', index / below.length)
    const { draft, notes } = readDraft(row, fields, mapping, workbook.date1904, spread)
    const kind = options.isOwnFile === true && isNumbered(row, mapping) ? 'PERSON' : classifyRow(row, draft, mapping)
    if (kind === 'PERSON') {
      result.rows.push(toRosterRow(row, draft, notes, mapping))
      totals.addPerson(draft)
      continue
    }
    result.ignored.push({
      row: row.row,
      reason: kind,
      text: rowTexts(row)
        .filter((text) => text !== '')
        .join(' '),
    })
    if (kind === 'TOTAL' || kind === 'SUBTOTAL')
      totals.checkRow(row.row, draft, totalHeaders(mapping), kind === 'SUBTOTAL')
    if (kind === 'OTHER_TABLE') break
  }
  options.onProgress?.('READING', 1)
  result.totals = totals.checks
  return result
}

type MergedLookup = (row: number, column: number) => Cell | undefined

function readDraft(
  row: SheetRow,
  fields: readonly ColumnField[],
  mapping: ColumnMapping,
  date1904: boolean,
  spread: MergedLookup,
) {
  const draft: PersonnelDraft = {}
  const notes: CellNote[] = []
  for (const field of fields) {
    const mapped = mapping.columns[field]
    if (mapped === undefined) continue
    const isOwn = field === 'name' || field === 'idNumber' || field === 'sequence'
    const cell = row.cells[mapped.column] ?? (isOwn ? undefined : spread(row.row, mapped.column))
    if (cell === undefined) continue
    const note = readPersonCell(draft, field, cell, { date1904, scale: mapped.scale })
    if (note !== undefined) notes.push(note)
  }
  spreadGeneralReason(draft)
  return { draft, notes }
}

function toRosterRow(row: SheetRow, draft: PersonnelDraft, notes: CellNote[], mapping: ColumnMapping): RosterRow {
  const reference = row.cells[mapping.columns.rowReference?.column ?? -1]
  const originalRow = Number(reference === undefined ? Number.NaN : cellText(reference))
  const isReference = Number.isSafeInteger(originalRow) && originalRow > 0
  return { row: row.row, draft, cells: rowTexts(row), notes, ...(isReference ? { originalRow } : {}) }
}

function rowTexts(row: SheetRow): string[] {
  return Array.from(row.cells, (cell) => (cell === undefined ? '' : cellText(cell)))
}

function isNumbered(row: SheetRow, mapping: ColumnMapping): boolean {
  const cell = row.cells[mapping.columns.sequence?.column ?? -1]
  return cell !== undefined && /^\d+$/.test(cell.text.trim())
}

function totalHeaders(mapping: ColumnMapping): Partial<Record<TotalledField, string>> {
  return Object.fromEntries(totalledFields.map((field) => [field, mapping.columns[field]?.header ?? '']))
}

/** A cell merged downwards says the same for each of its rows; only the first of them holds the value. */
function mergedCellLookup(sheet: Sheet, headerRow: number): MergedLookup {
  const merges = sheet.merges.filter(
    (merge) => merge.firstRow > headerRow && merge.lastRow > merge.firstRow && merge.firstColumn === merge.lastColumn,
  )
  if (merges.length === 0) return () => undefined
  const rows = new Map(sheet.rows.map((row) => [row.row, row]))
  const byColumn = Map.groupBy(merges, (merge) => merge.firstColumn)
  return (row, column) => {
    const merge = byColumn.get(column)?.find((range) => range.firstRow < row && row <= range.lastRow)
    return merge === undefined ? undefined : rows.get(merge.firstRow)?.cells[column]
  }
}
