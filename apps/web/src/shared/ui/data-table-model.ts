import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table'
import { useMemo, type ReactNode } from 'react'

/** A column of DataTable. `value` is what is filtered, sorted, summed and exported; `cell` is how it looks. */
export interface DataColumn<Row> {
  id: string
  header: string
  value: (row: Row) => string | number | null
  cell?: (row: Row) => ReactNode
  /** Figures stand at the end. */
  align?: 'start' | 'end'
  /** In px; the first column sticks to the edge. */
  width?: number
  /** Adds the column up under the table; `fen` shows the sum as money. */
  sum?: 'fen' | 'count'
  filter?: boolean
}

export const dataTableFeatures = tableFeatures({
  columnFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  filterFns: { includesString: filterFn_includesString },
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
})

type Features = typeof dataTableFeatures

export const defaultColumnWidth = 140

export function useDataTable<Row extends object>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  rowId: (row: Row) => string,
) {
  const definitions = useMemo(
    () =>
      columns.map(({ id, header, value, sum, align }): ColumnDef<Features, Row> => ({
        id,
        header,
        accessorFn: value,
        filterFn: 'includesString',
        sortFn: sum !== undefined || align === 'end' ? 'basic' : 'alphanumeric',
      })),
    [columns],
  )
  const table = useTable({ features: dataTableFeatures, columns: definitions, data: rows, getRowId: rowId })
  return { table, rows: table.getRowModel().rows }
}
