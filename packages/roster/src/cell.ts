import type { FileRemark } from './file-remark.ts'

/**
 * One cell as the file states it. `text` is what to read; for numbers it is the literal of the file (not a JS number),
 * because an 18-digit identifier does not survive a double.
 */
export interface Cell {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  text: string
  /** For a date cell: the serial number behind it, should the column turn out not to hold dates. */
  serial?: string
  /** A date cell within the last minute of its day: exporters that reckon with Shanghai's old local time write the next day so. */
  isLate?: boolean
  /** A number that is shown as a percentage: 0.16 is what a person sees as 16 %. */
  isPercent?: boolean
  /** What a person sees of a long text, worked out once. */
  shown?: string
}

export interface SheetRow {
  /** As the spreadsheet program numbers it, from 1. */
  row: number
  /** Sparse by column index from 0. */
  cells: (Cell | undefined)[]
  /** By a filter or by hand; its cells count like any others. */
  hidden?: boolean
}

/** Inclusive, rows from 1 and columns from 0. */
export interface MergedRange {
  firstRow: number
  lastRow: number
  firstColumn: number
  lastColumn: number
}

export interface Sheet {
  name: string
  hidden: boolean
  /** Only rows that hold something. */
  rows: SheetRow[]
  merges: MergedRange[]
  /** Cells whose formula was never computed by the program that wrote the file. */
  uncomputedFormulas: number
  /** What was odd about single rows. */
  remarks: FileRemark[]
}

export const workbookKinds = ['XLSX', 'CSV', 'ODS', 'XML_2003', 'HTML'] as const
export type WorkbookKind = (typeof workbookKinds)[number]

export interface Workbook {
  kind: WorkbookKind
  fileName: string
  sheets: Sheet[]
  /** Serial day numbers count from 1904-01-01 (old Macintosh files). */
  date1904: boolean
  encoding?: string
  delimiter?: string
}
