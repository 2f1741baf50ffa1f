import { fieldName } from '@shebao/declaration-rules'
import type { Language } from '@shebao/declaration-rules'
import type { CellField } from '@shebao/roster'
import { workbenchColumns } from './workbench-columns.ts'

/** What a column of the grid shows: the state and the name stay in sight, the others scroll. */
export interface GridColumn {
  key: 'STATE' | 'PROBLEM' | CellField
  width: number
  figure: boolean
  editable: boolean
  /** Its place among the cells of a line; undefined for the two that are no answer. */
  cell: number | undefined
}

const plain = { figure: false, editable: false, cell: undefined }
const [nameColumn, ...others] = workbenchColumns.map(({ field, ...column }, cell): GridColumn => ({
  ...column,
  key: field,
  cell,
}))

export const FIXED = 2
export const gridColumns: readonly GridColumn[] = [
  { key: 'STATE', width: 104, ...plain },
  ...(nameColumn ? [{ ...nameColumn, width: 136 }] : []),
  { key: 'PROBLEM', width: 248, ...plain },
  ...others,
]

export const fixedWidth = gridColumns.slice(0, FIXED).reduce((sum, { width }) => sum + width, 0)

/** Undefined for a column that is no answer. */
export const fieldOf = (column: GridColumn | undefined): CellField | undefined =>
  column === undefined || column.key === 'STATE' || column.key === 'PROBLEM' ? undefined : column.key

/** The fields from a column on, for what is pasted there. */
export const fieldsFrom = (column: number): CellField[] =>
  gridColumns.slice(column).flatMap((one) => fieldOf(one) ?? [])

export function columnName(field: CellField, language: Language, average: string): string {
  return field === 'statedMonthlyAverage' ? average : fieldName(field, language)
}
