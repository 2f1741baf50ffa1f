import { addDays, civilDate, periodOfDate } from '@shebao/kernel'
import { PARAMETER_FIELDS, PARAMETER_FILE_FORMAT, readParameterFile } from '@shebao/premium'
import type { ParameterRow } from '@shebao/premium'
import { parseDateText, serialToDate } from '@shebao/roster'
import type { Cell, Sheet } from '@shebao/roster'
import { findColumns } from './find-columns.ts'
import { parameterColumns, sampleDocument } from './parameter-columns.ts'
import { cellProblem, problemOfCell, problemOfFile, problemOfRow, tableProblem } from './parameter-table-problem.ts'
import type { TableProblem } from './parameter-table-problem.ts'
import { readParameterValue } from './parameter-value.ts'
import { openTable, readTableRow } from './read-table.ts'
import type { OpenedTable, RowCells } from './read-table.ts'

export type ParameterTable =
  | { readonly ok: true; readonly rows: readonly ParameterRow[]; readonly unchanged: number }
  | { readonly ok: false; readonly problems: readonly TableProblem[] }

/**
 * The parameters of a spreadsheet or CSV file, or everything that is wrong with it: nothing is half read and nothing that could mean
 * two things is guessed. The rules of a row are those of every parameter file; so are rows that are `published` as they stand.
 */
export function readParameterTable(
  bytes: Uint8Array,
  fileName: string,
  published: readonly ParameterRow[] = [],
): ParameterTable {
  const result = openTable(bytes, fileName, parameterColumns)
  if (!result.ok) return refused([problemOfFile(result.problem)])
  const { opened } = result
  const ofColumns = [...problemsOfColumns(opened), ...otherTables(opened)]
  if (ofColumns.length > 0) return refused(ofColumns)
  if (opened.rows.length === 0) return refused([tableProblem(null, 'NOTHING')])
  const read = opened.rows.map((row) => readRow(row, opened.date1904))
  const ofCells = [...cellsWithoutHead(opened), ...read.flatMap(({ problems }) => problems)]
  // A row that could not be read is judged no further; the others are, so that one look shows all there is to do.
  const whole = read.filter(({ problems }) => problems.length === 0)
  const reading = readParameterFile(
    { format: PARAMETER_FILE_FORMAT, rows: whole.map(({ candidate }) => candidate) },
    published,
  )
  const rowAt = (place: number) => whole[place - 1]?.row ?? place
  const ofRows = reading.ok ? [] : reading.problems.map((problem) => problemOfRow(problem, rowAt))
  const problems = [...ofCells, ...ofRows].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
  return reading.ok && problems.length === 0 ? reading : refused(problems)
}

const refused = (problems: readonly TableProblem[]) => ({ ok: false, problems }) as const

const allHeads = {
  knownZh: PARAMETER_FIELDS.map((field) => parameterColumns[field].zh).join('、'),
  knownEn: PARAMETER_FIELDS.map((field) => parameterColumns[field].en).join(', '),
}

function problemsOfColumns({ table: { unknown, missing } }: OpenedTable): TableProblem[] {
  return [
    ...unknown.map((found) => tableProblem(null, 'UNKNOWN_COLUMN', { found: found.slice(0, 40), ...allHeads })),
    ...PARAMETER_FIELDS.filter((field) => missing.includes(field)).map((field) => {
      const { zh, en } = parameterColumns[field]
      return tableProblem(null, 'MISSING_COLUMN', { knownZh: zh, knownEn: en })
    }),
  ]
}

/** Another sheet of parameters would be left out without a word. */
function otherTables({ table, sheets }: OpenedTable): TableProblem[] {
  const holdsTable = (sheet: Sheet) => {
    const found = findColumns({ sheets: [sheet] }, parameterColumns)
    return found !== undefined && sheet.rows.some(({ row }) => row > found.headerRow)
  }
  return sheets
    .filter((sheet) => sheet !== table.sheet && !sheet.hidden && holdsTable(sheet))
    .map(({ name }) => tableProblem(null, 'OTHER_SHEET', { found: name }))
}

function cellsWithoutHead({ table }: OpenedTable): TableProblem[] {
  const known = new Set(Array.from(table.columns.values(), ({ index }) => index))
  return table.sheet.rows
    .filter(({ row }) => row > table.headerRow)
    .flatMap(({ row, cells }) => {
      const stray = cells.find((cell, index) => cell !== undefined && cell.text.trim() !== '' && !known.has(index))
      return stray ? [{ ...tableProblem(null, 'NO_HEAD', { found: stray.text.slice(0, 40) }), row }] : []
    })
}

function readRow({ row, cells }: { row: number; cells: RowCells }, date1904: boolean) {
  const { values, problems: ofCells } = readTableRow(parameterColumns, { row, cells }, date1904)
  const problems = ofCells.flatMap(({ column, ...problem }) => {
    const field = PARAMETER_FIELDS.find((one) => one === column)
    // The value is read below, by its parameter; dates say what is odd about them.
    if (field === undefined || (field === 'value' && problem.code !== 'MISSING')) return []
    return [ambiguousDate(cells[field], field, problem.code) ?? problemOfCell({ column, ...problem }, field)]
  })
  problems.push(...partsOfMonths(cells, date1904))
  if (values.docNo === sampleDocument) problems.push(tableProblem('docNo', 'SAMPLE_ROW'))
  const cell = cells['value']
  const value = values.name === undefined || cell === undefined ? undefined : readParameterValue(values.name, cell)
  if (value && 'problem' in value) problems.push(value.problem)
  const candidate = {
    region: values.region,
    name: values.name,
    insurance: values.insurance ?? 'ALL',
    side: values.side ?? 'ALL',
    category: categoryCode(values.category ?? 'ALL'),
    value: value && 'value' in value ? value.value : undefined,
    validFrom: values.validFrom,
    validTo: values.validTo ?? null,
    docNo: values.docNo ?? null,
    publishedOn: values.publishedOn ?? null,
    // The document is where it was found, unless somebody says more.
    source: values.source ?? values.docNo,
    verified: values.verified ?? false,
  }
  return { row, candidate, problems: problems.map((problem) => ({ ...problem, row })) }
}

function ambiguousDate(cell: Cell | undefined, field: keyof typeof parameterColumns, code: string) {
  const text = cell?.text.trim() ?? ''
  const twoWays = code.startsWith('UNREADABLE_') && /^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}$/.test(text)
  return twoWays ? cellProblem(field, 'AMBIGUOUS_DATE', text) : undefined
}

/**
 * A spreadsheet makes the first day of a month that somebody types. Any other day would be cut off to its month, which is not what was
 * written; of the last month its last day says the same.
 */
function partsOfMonths(cells: RowCells, date1904: boolean): TableProblem[] {
  return (['validFrom', 'validTo'] as const).flatMap((field) => {
    const cell = cells[field]
    if (cell === undefined || /^\d{6}$/.test(cell.text.trim())) return []
    const day = cell.kind === 'number' ? serialToDate(Number(cell.text), date1904) : parseDateText(cell.text, date1904)
    if (day === undefined || day.endsWith('-01')) return []
    const isLastDay = periodOfDate(addDays(civilDate(day), 1)) !== periodOfDate(civilDate(day))
    return field === 'validTo' && isLastDay ? [] : [cellProblem(field, 'PART_OF_MONTH', day)]
  })
}

/** "第3类行业" and "Industry class 3" are the office's codes in words; others stand as they are. */
function categoryCode(text: string): string {
  const folded = text.normalize('NFKC').trim()
  if (/^(?:不分|全部|不区分|all|any)$/i.test(folded)) return 'ALL'
  const injuryClass = /^(?:第?([1-8一二三四五六七八])类(?:行业)?|(?:industry )?class ([1-8]))$/i.exec(folded)
  if (!injuryClass) return folded.toUpperCase()
  const place = injuryClass[1] ?? injuryClass[2] ?? ''
  return `INJURY_CLASS_${/\d/.test(place) ? place : '一二三四五六七八'.indexOf(place) + 1}`
}
