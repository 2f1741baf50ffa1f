/** Tables that the office brings in: which columns they have, how they are found in a file and read row by row. */
export { calendarColumns, readCalendarFile } from './calendar-file.ts'
export type { CalendarFile, CalendarRowProblem } from './calendar-file.ts'
export type { Column, Columns, ColumnType, RowOf } from './column.ts'
export { writeTemplate } from './write-template.ts'
export { openTable, readTableRow } from './read-table.ts'
export type { OpenedTable, ReadRow, RowCells, TableResult } from './read-table.ts'
export { problemLevels, rowError, rowProblemCodes, rowWarning } from './row-problem.ts'
export type { ProblemLevel, RowProblem, RowProblemCode } from './row-problem.ts'
