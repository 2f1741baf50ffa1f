// The tables of a web page, which many systems hand out under the name .xls.
import { Parser } from 'htmlparser2'
import type { Cell, Sheet, Workbook } from './cell.ts'
import { CellBudget } from './cell-budget.ts'
import { FileProblemError } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'
import { SheetBuilder } from './sheet-builder.ts'

const PIECE = 64 * 1024
/** Tables in tables are for layout, and a few levels deep. */
const MAX_DEPTH = 512
/** What the standard allows a cell to span; rows beyond it count one by one. */
const MAX_COLSPAN = 1000
const MAX_COLUMNS = 1024

export function readHtml(text: string, fileName: string, limits: FileLimits): Workbook {
  const reader = new TableReader(new CellBudget(limits))
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true })
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE))
  parser.end()
  const sheets = reader.finish()
  // Excel saves a workbook as a page of frames, with its sheets as further files in a folder beside it.
  if (sheets.length === 0 && reader.hasFrames)
    throw new FileProblemError('UNSUPPORTED_FORMAT', { detected: 'html-frames' })
  if (sheets.length === 0) throw new FileProblemError('NOT_A_SPREADSHEET', { detected: 'html' })
  return { kind: 'HTML', fileName, sheets, date1904: false }
}

type Attributes = Readonly<Record<string, string>>

/** One table that is open; those around it wait. */
class OpenTable {
  readonly builder: SheetBuilder
  /** By column, up to which row a cell from above reaches down. */
  readonly #reach: number[] = []
  row = 0
  hiddenRow = false
  rowIsOpen = false
  cell: { column: number; text: string; number: string | undefined } | undefined
  #column = 0

  constructor(builder: SheetBuilder) {
    this.builder = builder
  }

  openRow(hidden: boolean): void {
    this.closeRow()
    this.row++
    this.hiddenRow = hidden
    this.rowIsOpen = true
    this.#column = 0
  }

  closeRow(): void {
    this.closeCell()
    if (this.rowIsOpen) this.builder.endRow(this.row, this.hiddenRow)
    this.rowIsOpen = false
  }

  openCell(attributes: Attributes): void {
    if (!this.rowIsOpen) this.openRow(false)
    this.closeCell()
    while ((this.#reach[this.#column] ?? 0) >= this.row) this.#column++
    const column = this.#column
    const across = span(attributes.colspan, MAX_COLSPAN)
    const down = span(attributes.rowspan, 65_534)
    this.#column = Math.min(column + across, MAX_COLUMNS)
    if (column >= MAX_COLUMNS)
      throw new FileProblemError('TOO_MUCH_CONTENT', { sheet: this.builder.sheet.name, row: this.row })
    if (down > 1) this.#reach.fill(this.row + down - 1, column, this.#extend(this.#column))
    if (across > 1 || down > 1) {
      const last = { lastRow: this.row + down - 1, lastColumn: this.#column - 1 }
      this.builder.merge({ firstRow: this.row, firstColumn: column, ...last })
    }
    this.cell = { column, text: '', number: attributes['x:num'] }
  }

  #extend(to: number): number {
    while (this.#reach.length < to) this.#reach.push(0)
    return to
  }

  closeCell(): void {
    const { cell } = this
    this.cell = undefined
    if (cell !== undefined) this.builder.put(readCell(cell), this.row, cell.column)
  }
}

function span(text: string | undefined, most: number): number {
  const value = Number.parseInt(text ?? '', 10)
  return value > 1 ? Math.min(value, most) : 1
}

/** Blanks of the source are layout. Excel writes the number behind a rounded figure beside it (`x:num`). */
function readCell({ text, number }: { text: string; number: string | undefined }): Cell {
  const shown = text
    .replaceAll(/[ \t\r\n\f]+/g, ' ')
    .replaceAll(/ ?\v ?/g, '\n')
    .trim()
  // A number that is shown as something else, a date above all, is what is shown.
  if (number !== undefined && /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(number) && /^[\d,.\s￥¥-]+$/.test(shown))
    return { kind: 'number', text: number }
  return { kind: 'text', text: shown }
}

class TableReader {
  hasFrames = false
  readonly #budget: CellBudget
  readonly #sheets: Sheet[] = []
  readonly #open: OpenTable[] = []
  #depth = 0
  #silent = 0

  constructor(budget: CellBudget) {
    this.#budget = budget
  }

  finish(): Sheet[] {
    const filled = this.#sheets.filter(({ rows }) => rows.length > 0)
    if (filled.length > 1) for (const [index, sheet] of filled.entries()) sheet.name = String(index + 1)
    return filled
  }

  onopentag(name: string, attributes: Attributes): void {
    if (++this.#depth > MAX_DEPTH) throw new FileProblemError('CORRUPT')
    if (name === 'script' || name === 'style' || name === 'title') this.#silent++
    const table = this.#open.at(-1)
    switch (name) {
      case 'table':
        this.#open.push(new OpenTable(new SheetBuilder('', isHidden(attributes), this.#budget)))
        return
      case 'tr':
        if (table === undefined) return this.#breakOff(this.#sheets.at(-1))
        return table.openRow(isHidden(attributes))
      case 'td':
      case 'th':
        return table?.openCell(attributes)
      case 'frame':
      case 'frameset':
        this.hasFrames = true
        return
      case 'br':
      case 'p':
      case 'div':
      case 'li':
        // A vertical tab stands for the line break until the blanks of the source are gone.
        if (table?.cell !== undefined && table.cell.text.trim() !== '') table.cell.text += '\v'
    }
  }

  /** Rows that somebody put into a comment, or that a comment swallowed which nothing ends. */
  oncomment(text: string): void {
    const table = this.#open.at(-1)
    if (table !== undefined && /<\/?t[rd]\b/i.test(text)) {
      table.builder.sheet.remarks.push({ code: 'ROWS_IN_COMMENT', row: table.row, params: {} })
    }
  }

  ontext(text: string): void {
    const cell = this.#open.at(-1)?.cell
    if (cell !== undefined && this.#silent === 0) cell.text += text
  }

  onclosetag(name: string, isImplied = false): void {
    this.#depth--
    if (name === 'script' || name === 'style' || name === 'title') this.#silent--
    const table = this.#open.at(-1)
    // Nothing closes it but the end of the file, or of what it stands in.
    if (name === 'table' && isImplied && table !== undefined) this.#breakOff(table.builder.sheet)
    if (name === 'table') this.#closeTable()
    else if (name === 'tr') table?.closeRow()
    else if (name === 'td' || name === 'th') table?.closeCell()
  }

  /** The table ended before its rows did, or did not end. */
  #breakOff(sheet: Sheet | undefined): void {
    if (sheet === undefined || sheet.remarks.some(({ code }) => code === 'BREAKS_OFF')) return
    sheet.remarks.push({ code: 'BREAKS_OFF', row: sheet.rows.at(-1)?.row ?? 1, params: {} })
  }

  #closeTable(): void {
    const table = this.#open.pop()
    if (table === undefined) return
    table.closeRow()
    this.#sheets.push(table.builder.finish())
  }
}

function isHidden({ style = '' }: Attributes): boolean {
  return /display\s*:\s*none/i.test(style)
}
