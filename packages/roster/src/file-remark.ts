import type { ColumnField } from './column-field.ts'

export const fileRemarkCodes = [
  /** Sheets nobody sees in the spreadsheet program were left alone. */
  'HIDDEN_SHEETS',
  /** There was no list but on such a sheet. */
  'HIDDEN_SHEET_READ',
  /** Another list is in the file and was not read. */
  'OTHER_LIST',
  /** The heads of another table stand below, which was not read. */
  'TABLE_BELOW',
  /** Rows that a filter hides were read like the others. */
  'HIDDEN_ROWS',
  /** The table does not end: the file was cut off, or what follows was not taken for rows. */
  'BREAKS_OFF',
  /** A comment of a web page holds rows. */
  'ROWS_IN_COMMENT',
  /** Something stands right of the last head and belongs to no column. */
  'CELLS_WITHOUT_HEAD',
  /** A quotation mark opens a cell of a CSV file and nothing closes it. */
  'QUOTE_NOT_CLOSED',
  /** A quotation mark stands where CSV has none, within a quoted cell. */
  'QUOTE_INSIDE',
  /** Bytes that are no character in the file's encoding. */
  'LOST_CHARACTER',
  /** A formula that the program which wrote the file never worked out. */
  'UNCOMPUTED_FORMULAS',
  /** A moment within the last minute of a day: a fault of some exporters, the next day was meant. */
  'DATE_BEFORE_MIDNIGHT',
] as const
export type FileRemarkCode = (typeof fileRemarkCodes)[number]

/** Something odd about the file that did not keep it from being read; worded by `wordFileRemark`. */
export interface FileRemark {
  code: FileRemarkCode
  /** The row that has to be looked at, where it is about one. */
  row?: number
  /** From 0. */
  column?: number
  field?: ColumnField
  /** The head of a column that is no field of ours. */
  header?: string
  params: Record<string, string | number>
}

/** Whether somebody has to look at the row; the others are said and no more. */
export function needsLooking({ row }: FileRemark): boolean {
  return row !== undefined
}
