import type { Sheet, Workbook } from './cell.ts'
import { columnFields } from './column-field.ts'
import type { ColumnMapping } from './column-mapping.ts'
import type { FileRemark } from './file-remark.ts'
import type { TableCandidate } from './find-table.ts'
import type { RowsReading } from './read-rows.ts'

/** What has to be said of a file that was read: what was left out and what was odd, so that nothing goes by unsaid. */
export function remarksOn(
  workbook: Workbook,
  table: TableCandidate,
  otherTables: readonly TableCandidate[],
  mapping: ColumnMapping,
  reading: RowsReading,
): FileRemark[] {
  const sheet = workbook.sheets[table.sheetIndex]
  if (sheet === undefined) return []
  const odd = [...sheet.remarks, ...reading.remarks].map((remark) => ({ ...remark, ...fieldOf(remark, mapping) }))
  return [
    ...remarksOnSheets(workbook, table, otherTables),
    ...remarksOnHiddenRows(sheet, reading),
    ...(reading.beyondHeads.length > 0
      ? [{ code: 'CELLS_WITHOUT_HEAD' as const, params: counted(reading.beyondHeads) }]
      : []),
    ...(sheet.uncomputedFormulas > 0
      ? [{ code: 'UNCOMPUTED_FORMULAS' as const, params: { count: sheet.uncomputedFormulas } }]
      : []),
    ...odd.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
  ]
}

/** What the column is to the reader: a field, or at least the head it has in the file. */
function fieldOf({ column }: FileRemark, mapping: ColumnMapping): Pick<FileRemark, 'field' | 'header'> {
  if (column === undefined) return {}
  const field = columnFields.find((known) => mapping.columns[known]?.column === column)
  if (field !== undefined) return { field }
  const head = mapping.unmapped.find((unmapped) => unmapped.column === column)
  return head === undefined ? {} : { header: head.header }
}

const NAMED = 5

function remarksOnSheets(workbook: Workbook, table: TableCandidate, others: readonly TableCandidate[]): FileRemark[] {
  const remarks: FileRemark[] = []
  if (table.hidden) remarks.push({ code: 'HIDDEN_SHEET_READ', params: { sheet: table.sheetName } })
  const hidden = workbook.sheets.filter(
    (sheet, index) => sheet.hidden && sheet.rows.length > 0 && index !== table.sheetIndex,
  )
  if (hidden.length > 0) {
    const names = hidden.slice(0, NAMED).map(({ name }) => name)
    remarks.push({ code: 'HIDDEN_SHEETS', params: { sheets: names.join('、'), count: hidden.length } })
  }
  const seen = new Set([table.sheetIndex])
  for (const { sheetIndex, sheetName, rowsBelow, hidden: isHidden } of others) {
    if (isHidden || rowsBelow === 0 || seen.has(sheetIndex)) continue
    seen.add(sheetIndex)
    remarks.push({ code: 'OTHER_LIST', params: { sheet: sheetName, rows: rowsBelow } })
  }
  return remarks
}

function remarksOnHiddenRows(sheet: Sheet, { rows }: RowsReading): FileRemark[] {
  const hidden = new Set(sheet.rows.filter((row) => row.hidden === true).map(({ row }) => row))
  if (hidden.size === 0) return []
  const people = rows.filter(({ row }) => hidden.has(row)).map(({ row }) => row)
  if (people.length === 0) return []
  return [{ code: 'HIDDEN_ROWS', params: counted(people) }]
}

function counted(rows: readonly number[]): { count: number; rows: string } {
  return { count: rows.length, rows: rows.slice(0, NAMED).join('、') }
}
