import type { Workbook } from './cell.ts'
import { overrideMapping } from './column-mapping.ts'
import type { ColumnMapping, MappingOverride } from './column-mapping.ts'
import type { FileProblem } from './file-problem.ts'
import { findTables } from './find-table.ts'
import type { TableCandidate } from './find-table.ts'
import { openWorkbook } from './read-file.ts'
import type { OpenOptions } from './read-file.ts'
import { remarksOn } from './remark-on-file.ts'
import { readRows } from './read-rows.ts'
import type { RowsReading } from './read-rows.ts'
import { findMeta } from './roster-meta.ts'
import type { RosterMeta } from './roster-meta.ts'

export interface RosterFile extends RowsReading {
  workbook: Workbook
  table: TableCandidate
  /** Other tables that look like a personnel list: further sheets, a second list below. The user may choose one of them. */
  otherTables: TableCandidate[]
  mapping: ColumnMapping
  /** When the file is a roster this office wrote. */
  meta?: RosterMeta
}

export type RosterResult = { ok: true; file: RosterFile } | { ok: false; problem: FileProblem }

export interface ReadOptions extends OpenOptions {
  /** Which of the tables found, 0 being the best. */
  tableIndex?: number
  mapping?: MappingOverride
}

/** From bytes to people in one go. Never throws on any content. */
export function readRoster(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): RosterResult {
  const opened = openWorkbook(bytes, fileName, options)
  return opened.ok ? readWorkbook(opened.workbook, options) : opened
}

/** The second half alone: after the user has changed the table or the mapping, the file need not be opened again. */
export function readWorkbook(workbook: Workbook, options: ReadOptions = {}): RosterResult {
  const tables = findTables(workbook)
  const table = tables[options.tableIndex ?? 0]
  if (table === undefined || table.rowsBelow === 0) {
    return { ok: false, problem: { code: 'NO_TABLE', params: { sheets: workbook.sheets.length } } }
  }
  const mapping = options.mapping === undefined ? table.mapping : overrideMapping(table.mapping, options.mapping)
  const meta = findMeta(workbook)
  const reading = readRows(workbook, table, mapping, {
    isOwnFile: meta !== undefined,
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  })
  const otherTables = tables.filter((other) => other !== table)
  const remarks = remarksOn(workbook, table, otherTables, mapping, reading)
  return {
    ok: true,
    file: { ...reading, remarks, workbook, table, otherTables, mapping, ...(meta === undefined ? {} : { meta }) },
  }
}
