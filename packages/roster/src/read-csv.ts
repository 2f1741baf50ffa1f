import type { Cell, SheetRow, Workbook } from './cell.ts'
import { CellBudget } from './cell-budget.ts'
import { csvRecords } from './csv-records.ts'
import type { CsvRecord } from './csv-records.ts'
import { decodeText, LOST } from './decode-text.ts'
import { FileProblemError } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'
import type { FileRemark } from './file-remark.ts'
import { countKnownHeaders } from './header-words.ts'

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
  let row = 0
  let filled = 0
  for (const record of csvRecords(text, delimiter)) {
    row++
    const cells = cellsOf(record.fields)
    if (cells.length === 0) continue
    filled++
    if (filled > limits.maxRows) continue
    budget.takeRow(cells.length, '', row)
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column]
      if (cell !== undefined) budget.takeText(cell, '', row, column)
    }
    rows.push({ row, cells })
    remarkOn(record, row, mayHaveLost, remarks)
  }
  if (filled > limits.maxRows) throw new FileProblemError('TOO_MANY_ROWS', { rows: filled, maxRows: limits.maxRows })
  return { rows, remarks }
}

function remarkOn({ fields, flaw }: CsvRecord, row: number, mayHaveLost: boolean, remarks: FileRemark[]): void {
  if (flaw !== undefined) remarks.push({ code: flaw.code, row, column: flaw.field, params: {} })
  if (!mayHaveLost) return
  for (const [column, field] of fields.entries()) {
    if (field.includes(LOST)) remarks.push({ code: 'LOST_CHARACTER', row, column, params: {} })
  }
}

/** Up to the last that is filled. */
function cellsOf(fields: readonly string[]): (Cell | undefined)[] {
  let width = fields.length
  while (width > 0 && isBlank(fields[width - 1] ?? '')) width--
  const cells: (Cell | undefined)[] = []
  for (let column = 0; column < width; column++) cells.push(textCell(fields[column] ?? ''))
  // `=""` is a cell with nothing in it.
  while (cells.length > 0 && cells.at(-1) === undefined) cells.pop()
  return cells
}

const isBlank = (value: string) => value === '' || (!startsPlainly(value) && value.trim() === '')

/** Neither blank at its beginning nor perhaps a formula, as nearly every cell. */
function startsPlainly(value: string): boolean {
  const first = value.charCodeAt(0)
  return (first > 0x20 && first < 0x7f && first !== 0x3d) || (first > 0x3000 && first < 0xfeff)
}

function textCell(value: string): Cell | undefined {
  if (value === '') return undefined
  if (startsPlainly(value)) return { kind: 'text', text: value }
  // `="0012"` is how web systems keep spreadsheet programs from reading an identifier as a number.
  const text = /^\s*="[^"]*"\s*$/.test(value) ? value.trim().slice(2, -1) : value
  return text.trim() === '' ? undefined : { kind: 'text', text }
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
