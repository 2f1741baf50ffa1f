import type { SheetRow, Workbook } from './cell.ts'
import { classifyRow } from './classify-row.ts'
import type { RowClass } from './classify-row.ts'
import { columnFields, isDateField } from './column-field.ts'
import type { ColumnField } from './column-field.ts'
import type { ColumnMapping } from './column-mapping.ts'
import type { FileRemark } from './file-remark.ts'
import type { TableCandidate } from './find-table.ts'
import { mergedCellLookup } from './merged-cells.ts'
import type { MergedLookup } from './merged-cells.ts'
import type { PersonnelDraft } from './personnel-draft.ts'
import type { ProgressListener } from './progress.ts'
import { keepPermitNumber } from './permit-number.ts'
import { cellReader, cellText, spreadGeneralReason } from './read-person-cell.ts'
import type { CellNote, CellReader } from './read-person-cell.ts'
import { TotalKeeper, totalledFields } from './total-check.ts'
import type { TotalCheck, TotalledField } from './total-check.ts'

export interface RosterRow {
  /** As the spreadsheet numbers it. */
  row: number
  draft: PersonnelDraft
  /** Every cell as it reads in the sheet, by column, also of columns that were not mapped. */
  readonly cells: string[]
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
  /** What was odd about single rows and did not keep them from being read. */
  remarks: FileRemark[]
  /** Rows that hold something right of the last head. */
  beyondHeads: number[]
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
  const result: RowsReading = { rows: [], totals: [], ignored: [], remarks: [], beyondHeads: [] }
  if (sheet === undefined) return result
  const columns = mappedColumns(mapping, workbook.date1904)
  const spread = mergedCellLookup(sheet, table.headerRows[1])
  const totals = new TotalKeeper()
  const width = widthOf(mapping)
  const below = sheet.rows.filter((row) => row.row > table.headerRows[1])
  for (const [index, row] of below.entries()) {
    if (index % PROGRESS_EVERY === 0) options.onProgress?.('READING', index / below.length)
    const { draft, notes } = readDraft(row, columns, spread)
    const kind = options.isOwnFile === true && isNumbered(row, mapping) ? 'PERSON' : classifyRow(row, draft, mapping)
    if (row.cells.length > width) result.beyondHeads.push(row.row)
    if (kind === 'PERSON') {
      result.rows.push(toRosterRow(row, width, draft, notes, mapping))
      if (notes.includes('DATE_BEFORE_MIDNIGHT')) result.remarks.push(...lateDates(row, draft, columns))
      totals.addPerson(draft)
      continue
    }
    result.ignored.push({
      row: row.row,
      reason: kind,
      text: ignoredText(row),
    })
    if (kind === 'TOTAL' || kind === 'SUBTOTAL')
      totals.checkRow(row.row, draft, totalHeaders(mapping), kind === 'SUBTOTAL')
    if (kind === 'OTHER_TABLE') {
      const rows = below.length - index - 1
      if (rows > 0) result.remarks.push({ code: 'TABLE_BELOW', row: row.row, params: { rows } })
      break
    }
  }
  options.onProgress?.('READING', 1)
  result.totals = totals.checks
  return result
}

function widthOf({ columns, unmapped }: ColumnMapping): number {
  return 1 + [...Object.values(columns), ...unmapped].reduce((widest, { column }) => Math.max(widest, column), -1)
}

const IGNORED_TEXT = 500

/** Enough of the row to find it by. */
function ignoredText({ cells }: SheetRow): string {
  let text = ''
  for (const cell of cells) {
    if (cell === undefined) continue
    text += `${text === '' ? '' : ' '}${cellText(cell).slice(0, IGNORED_TEXT)}`
    if (text.length >= IGNORED_TEXT) break
  }
  return text.slice(0, IGNORED_TEXT)
}

function lateDates({ row, cells }: SheetRow, draft: PersonnelDraft, columns: readonly MappedColumn[]): FileRemark[] {
  return columns.flatMap(({ field, column }): FileRemark[] => {
    const cell = cells[column]
    if (cell?.isLate !== true || !isDateField(field)) return []
    const params = { stated: cell.text, taken: draft[field] ?? '' }
    return [{ code: 'DATE_BEFORE_MIDNIGHT', row, column, field, params }]
  })
}

interface MappedColumn {
  field: ColumnField
  column: number
  read: CellReader
  /** What is one person's own is never said for several rows at once. */
  isOwn: boolean
}

/** The columns that are read, in the order of the fields: worked out once for all rows. */
function mappedColumns(mapping: ColumnMapping, date1904: boolean): MappedColumn[] {
  return columnFields.flatMap((field) => {
    const mapped = mapping.columns[field]
    if (mapped === undefined) return []
    const isOwn = field === 'name' || field === 'idNumber' || field === 'sequence'
    const read = cellReader(field, { date1904, scale: mapped.scale })
    return [{ field, column: mapped.column, read, isOwn }]
  })
}

function readDraft(row: SheetRow, columns: readonly MappedColumn[], spread: MergedLookup) {
  const draft: PersonnelDraft = {}
  const notes: CellNote[] = []
  for (const { column, read, isOwn } of columns) {
    const cell = row.cells[column] ?? (isOwn ? undefined : spread(row.row, column))
    if (cell === undefined) continue
    const note = read(draft, cell, cellText(cell))
    if (note !== undefined) notes.push(note)
  }
  spreadGeneralReason(draft)
  keepPermitNumber(draft)
  return { draft, notes }
}

/** Its texts are made when somebody asks: of the rows that fail, and of the first ones. */
class ReadRow implements RosterRow {
  readonly row: number
  readonly draft: PersonnelDraft
  readonly notes: CellNote[]
  originalRow?: number
  readonly #source: SheetRow
  readonly #width: number

  constructor(source: SheetRow, width: number, draft: PersonnelDraft, notes: CellNote[]) {
    this.row = source.row
    this.draft = draft
    this.notes = notes
    this.#source = source
    this.#width = width
  }

  get cells(): string[] {
    return rowTexts(this.#source, this.#width)
  }
}

function toRosterRow(
  row: SheetRow,
  width: number,
  draft: PersonnelDraft,
  notes: CellNote[],
  mapping: ColumnMapping,
): RosterRow {
  const reference = row.cells[mapping.columns.rowReference?.column ?? -1]
  const originalRow = Number(reference === undefined ? Number.NaN : cellText(reference))
  const isReference = Number.isSafeInteger(originalRow) && originalRow > 0
  const read = new ReadRow(row, width, draft, notes)
  if (isReference) read.originalRow = originalRow
  return read
}

/** The cells under the heads; a value far out in a row is under none. */
function rowTexts({ cells }: SheetRow, width: number): string[] {
  const texts: string[] = []
  for (let column = 0; column < cells.length && column < width; column++) {
    const cell = cells[column]
    texts.push(cell === undefined ? '' : cellText(cell))
  }
  return texts
}

function isNumbered(row: SheetRow, mapping: ColumnMapping): boolean {
  const cell = row.cells[mapping.columns.sequence?.column ?? -1]
  return cell !== undefined && /^\d+$/.test(cell.text.trim())
}

function totalHeaders(mapping: ColumnMapping): Partial<Record<TotalledField, string>> {
  return Object.fromEntries(totalledFields.map((field) => [field, mapping.columns[field]?.header ?? '']))
}
