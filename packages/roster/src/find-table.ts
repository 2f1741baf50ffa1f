import type { Sheet, SheetRow, Workbook } from './cell.ts'
import { headerReadings, mapColumns } from './column-mapping.ts'
import type { ColumnMapping } from './column-mapping.ts'

export interface TableCandidate {
  sheetIndex: number
  sheetName: string
  hidden: boolean
  /** First and last header row as the spreadsheet numbers them. */
  headerRows: [number, number]
  /** How many filled rows stand under the header. */
  rowsBelow: number
  score: number
  mapping: ColumnMapping
}

// Title rows, instructions and cover notes come before a table, but not hundreds of them.
const ROWS_LOOKED_AT = 80

/** All tables that look like a personnel list, the best first. */
export function findTables(workbook: Workbook): TableCandidate[] {
  return workbook.sheets
    .flatMap((sheet, sheetIndex) => findInSheet(sheet, sheetIndex))
    .sort((a, b) => shownFirst(a) - shownFirst(b) || b.score - a.score)
}

/** What nobody sees in the spreadsheet program is read only when there is nothing else. */
function shownFirst({ hidden, rowsBelow }: TableCandidate): number {
  return (rowsBelow === 0 ? 2 : 0) + (hidden ? 1 : 0)
}

function findInSheet(sheet: Sheet, sheetIndex: number): TableCandidate[] {
  const found: TableCandidate[] = []
  for (let index = 0; index < Math.min(sheet.rows.length, ROWS_LOOKED_AT); index++) {
    const candidate = bestAt(sheet, sheetIndex, index)
    if (candidate === undefined) continue
    found.push(candidate)
    while (index + 1 < sheet.rows.length && (sheet.rows[index + 1]?.row ?? 0) <= candidate.headerRows[1]) index++
  }
  return found
}

function bestAt(sheet: Sheet, sheetIndex: number, index: number): TableCandidate | undefined {
  const upper = sheet.rows[index]
  if (upper === undefined || looksLikePerson(upper)) return undefined
  const lower = sheet.rows[index + 1]
  const single = mapColumns(headerReadings(sheet, upper))
  const useLower = lower !== undefined && !looksLikePerson(lower) && isHeaderPair(sheet, upper, lower)
  const double = useLower ? mapColumns(headerReadings(sheet, upper, lower)) : undefined
  // A title over the real header also pairs with it; then the header alone, met next, says as much in one row.
  const lowerAlone = useLower ? strength(mapColumns(headerReadings(sheet, lower))) : 0
  const paired = double !== undefined && strength(double) > Math.max(strength(single), lowerAlone)
  const mapping = paired ? double : single
  if (!isPersonnelTable(mapping) || (!paired && lowerAlone > strength(single))) return undefined
  const lastHeader = paired && lower !== undefined ? lower.row : upper.row
  const rowsBelow = sheet.rows.length - index - (paired ? 2 : 1)
  return {
    sheetIndex,
    sheetName: sheet.name,
    hidden: sheet.hidden,
    headerRows: [upper.row, lastHeader],
    rowsBelow,
    score: rowsBelow === 0 ? 0 : strength(mapping) * (1 + Math.log10(rowsBelow)),
    mapping,
  }
}

/** A row of data has an identifier or several numbers in it; a header has neither. */
export function looksLikePerson(row: SheetRow): boolean {
  let numbers = 0
  for (const cell of row.cells) {
    if (cell === undefined) continue
    if (cell.kind === 'number' || cell.kind === 'date') numbers++
    else if (looksLikeFigure(cell.text.slice(0, LONGEST_FIGURE))) numbers++
  }
  return numbers >= 2
}

const LONGEST_FIGURE = 60

function looksLikeFigure(text: string): boolean {
  return /\d{6}.*\d{4}|^[\d０-９,.￥¥]+$/.test(text.trim()) && !/[\u4E00-\u9FFF]{2}/.test(text)
}

function isHeaderPair(sheet: Sheet, upper: SheetRow, lower: SheetRow): boolean {
  if (lower.row - upper.row > 1) return false
  const spans = sheet.merges.some((merge) => merge.firstRow === upper.row && merge.lastRow === lower.row)
  const grouped = sheet.merges.some((merge) => merge.firstRow === upper.row && merge.lastRow === upper.row)
  return spans || grouped || sheet.merges.length === 0
}

function isPersonnelTable({ columns }: ColumnMapping): boolean {
  const known = Object.keys(columns).filter((field) => field !== 'sequence').length
  const isNamed = columns.name !== undefined && columns.idNumber !== undefined
  return isNamed || (known >= 3 && (columns.name !== undefined || columns.idNumber !== undefined))
}

/** How much a header names: the name and the number are what make a personnel list. */
function strength({ columns }: ColumnMapping): number {
  let sum = 0
  for (const [field, column] of Object.entries(columns)) {
    sum += column.confidence * (field === 'name' || field === 'idNumber' ? 3 : field === 'sequence' ? 0.1 : 1)
  }
  return sum
}
