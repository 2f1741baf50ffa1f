import type { Cell, SheetRow, Workbook } from './cell.ts'
import { CellBudget } from './cell-budget.ts'
import { cellsOf, CellCutter } from './cell-cutter.ts'
import { csvRecords, CsvReader } from './csv-records.ts'
import type { CsvRecord } from './csv-records.ts'
import { decodeText, LOST } from './decode-text.ts'
import { FileProblemError, MAX_CELL_CHARACTERS } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'
import type { FileRemark } from './file-remark.ts'
import { countKnownHeaders } from './match-header.ts'

const DELIMITERS = [',', '\t', ';', '|', '，'] as const
const PREVIEW_RECORDS = 30
/** Column words are looked for in so many fields of a line; a line of nothing but delimiters has as many as it is long. */
const PREVIEW_FIELDS = 200

/** Records are numbered like the rows a spreadsheet program shows: a quoted line break does not start a new one. */
export function readCsv(bytes: Uint8Array, fileName: string, limits: FileLimits): Workbook {
  const decoded = decodeText(bytes)
  if (decoded === undefined) throw new FileProblemError('NOT_A_SPREADSHEET', { detected: 'binary' })
  const hint = /^sep=(.)\r?\n/i.exec(decoded.text)
  const text = hint === null ? decoded.text : decoded.text.slice(hint[0].length)
  const delimiter = hint?.[1] ?? guessDelimiter(text)
  const { rows, remarks } = readRecords(text, delimiter, limits)
  const sheet = { name: '', hidden: false, rows, merges: [], uncomputedFormulas: 0, remarks }
  return { kind: 'CSV', fileName, sheets: [sheet], date1904: false, encoding: decoded.encoding, delimiter }
}

function readRecords(text: string, delimiter: string, limits: FileLimits) {
  const budget = new CellBudget(limits)
  const mayHaveLost = text.includes(LOST)
  const rows: SheetRow[] = []
  const remarks: FileRemark[] = []
  const reader = new CsvReader(text, delimiter)
  const cutter = new CellCutter(text, delimiter)
  let row = 0
  let filled = 0
  for (;;) {
    const from = reader.at
    const to = mayHaveLost ? -1 : reader.takePlain()
    const record = to < 0 ? reader.next() : undefined
    if (to < 0 && record === undefined) break
    row++
    const cells = record === undefined ? cutter.cutLine(from, to) : cellsOf(record.fields)
    if (cells.length === 0) continue
    filled++
    if (filled > limits.maxRows) continue
    budget.takeRow(cells.length, '', row)
    if (record === undefined && to - from <= MAX_CELL_CHARACTERS) budget.takeCharacters(cutter.characters, '', row)
    else takeTexts(cells, row, budget)
    rows.push({ row, cells })
    if (record !== undefined) remarkOn(record, row, mayHaveLost, remarks)
  }
  if (filled > limits.maxRows) throw new FileProblemError('TOO_MANY_ROWS', { rows: filled, maxRows: limits.maxRows })
  return { rows, remarks }
}

function takeTexts(cells: readonly (Cell | undefined)[], row: number, budget: CellBudget): void {
  for (const [column, cell] of cells.entries()) if (cell !== undefined) budget.takeText(cell, '', row, column)
}

function remarkOn({ fields, flaw }: CsvRecord, row: number, mayHaveLost: boolean, remarks: FileRemark[]): void {
  if (flaw !== undefined) remarks.push({ code: flaw.code, row, column: flaw.field, params: {} })
  if (!mayHaveLost) return
  for (const [column, field] of fields.entries()) {
    if (field.includes(LOST)) remarks.push({ code: 'LOST_CHARACTER', row, column, params: {} })
  }
}

/** Title lines may hold commas of their own, so the delimiter is the one under which most column words appear. */
function guessDelimiter(text: string): string {
  let best = { delimiter: ',', known: -1, cells: -1 }
  for (const delimiter of DELIMITERS) {
    const records: CsvRecord[] = []
    for (const record of csvRecords(text, delimiter)) if (records.push(record) === PREVIEW_RECORDS) break
    const known = Math.max(0, ...records.map(({ fields }) => countKnownHeaders(fields.slice(0, PREVIEW_FIELDS))))
    const cells = records.reduce((sum, { fields }) => sum + fields.length, 0)
    if (known > best.known || (known === best.known && known < 2 && cells > best.cells))
      best = { delimiter, known, cells }
  }
  return best.delimiter
}
