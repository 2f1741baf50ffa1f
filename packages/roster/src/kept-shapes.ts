import type { Workbook } from './cell.ts'
import { CellBudget } from './cell-budget.ts'
import type { ColumnField } from './column-field.ts'
import { defaultLimits } from './file-problem.ts'
import { findTables } from './find-table.ts'
import { officialHeader } from './official-headers.ts'
import { insurances } from './personnel-draft.ts'
import { readRows } from './read-rows.ts'
import { SheetReader } from './sheet-reader.ts'
import { TotalKeeper } from './total-check.ts'

// V8 throws compiled code away with the last object of the shape that the code was compiled for. Between two files there is none: each
// would be read by slow code until it is compiled anew. So the reading of one small list stays for good. It is about nobody.

/** In the order of a list as units hand it in; a number is a number cell. */
const person: readonly (readonly [ColumnField, string | number])[] = [
  ['name', '某某'],
  ['idType', '居民身份证'],
  ['idNumber', '0'],
  ['sex', '男'],
  ['householdType', '本市城镇'],
  ['employmentForm', '合同制'],
  ['hireDate', '2020-01-01'],
  ['monthsWorkedLastYear', 12],
  ['wagesLastYear', 1],
  ['firstMonthWage', 1],
  ['mobile', '0'],
  ...insurances.map((insurance) => [`participation.${insurance}`, '是'] as const),
  ['exemptionReasons.PENSION', '其他'],
]
/** What is not answered for everybody makes a shape of its own. */
const rarely: readonly ColumnField[] = ['firstMonthWage', 'exemptionReasons.PENSION']

let kept: unknown

/** Before the first sheet is read. */
export function keepShapes(): void {
  kept ??= readSmallList()
}

function readSmallList(): unknown {
  const budget = new CellBudget(defaultLimits)
  const around = { sharedStrings: [], numberStyles: [], date1904: false, budget }
  const reader = new SheetReader('', false, around)
  const without = (left: readonly ColumnField[]) => person.map(([field, value]) => (left.includes(field) ? '' : value))
  const rows = [
    person.map(([field]) => officialHeader(field, 'zh-CN')),
    without([]),
    without(rarely),
    ...rarely.map((field) => without([field])),
  ]
  reader.push(new TextEncoder().encode(`<worksheet><sheetData>${rows.map(writeRow).join('')}</sheetData></worksheet>`))
  const workbook: Workbook = { kind: 'XLSX', fileName: '', sheets: [reader.finish()], date1904: false }
  const [table] = findTables(workbook)
  const reading = table && readRows(workbook, table, table.mapping)
  const totals = new TotalKeeper()
  for (const { draft } of reading?.rows ?? []) totals.addPerson(draft)
  return { reader, workbook, table, reading, totals }
}

function writeRow(cells: readonly (string | number)[], index: number): string {
  const written = cells.map((value) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`,
  )
  return `<row r="${index + 1}">${written.join('')}</row>`
}
