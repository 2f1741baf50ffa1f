import type { ColumnMapping } from './column-mapping.ts'
import { findTables } from './find-table.ts'
import type { RosterFile } from './read-roster.ts'

export interface FoundTable {
  sheetName: string
  hidden: boolean
  headerRows: [number, number]
  rowsBelow: number
}

/** A column of the file with a few of its cells, for choosing what it holds. */
export interface FileColumn {
  column: number
  header: string
  samples: string[]
}

/** The table that was read and what each of its columns was taken for. */
export interface TableReading {
  tables: FoundTable[]
  tableIndex: number
  columns: FileColumn[]
  mapping: ColumnMapping
}

const SAMPLES = 3
const SAMPLE_LENGTH = 40

/** The table that was read, among those of the file, and what its columns were taken for. */
export function tableReading(file: RosterFile, tableIndex: number): TableReading {
  return {
    tables: findTables(file.workbook).map(({ sheetName, hidden, headerRows, rowsBelow }) => ({
      sheetName,
      hidden,
      headerRows,
      rowsBelow,
    })),
    tableIndex,
    columns: listColumns(file),
    mapping: file.mapping,
  }
}

function listColumns(file: RosterFile): FileColumn[] {
  const heads = [...Object.values(file.mapping.columns), ...file.mapping.unmapped]
  return heads
    .map(({ column, header }) => ({
      column,
      header,
      samples: file.rows.slice(0, SAMPLES).map(({ cells }) => (cells[column] ?? '').slice(0, SAMPLE_LENGTH)),
    }))
    .toSorted((a, b) => a.column - b.column)
}
