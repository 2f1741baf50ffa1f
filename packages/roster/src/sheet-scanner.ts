import type { Cell, MergedRange, Sheet, SheetRow } from './cell.ts'
import { serialToDate } from './date-text.ts'
import { FileProblemError } from './file-problem.ts'
import { columnName } from './write-xlsx.ts'
import { decodeEscapes } from './parse-xml.ts'
import { columnIndex, SheetMarkup } from './sheet-markup.ts'
import type { MarkupListener, StartTag } from './sheet-markup.ts'

export interface SheetSurroundings {
  sharedStrings: readonly string[]
  /** By style index, whether the format shows a date. */
  dateStyles: readonly boolean[]
  date1904: boolean
  maxRows: number
}

const MAX_TEXT = 8 * 1024 * 1024
/** What a cell can hold (Excel, LibreOffice and WPS alike); longer is no work of a clerk's. */
const MAX_CELL_TEXT = 32_767
const MAX_COLUMNS = 16_384

/** Takes a worksheet part piece by piece and keeps only its cells, so that the XML is never whole in memory. */
export class SheetScanner implements MarkupListener {
  readonly sheet: Sheet
  readonly #around: SheetSurroundings
  readonly #markup = new SheetMarkup(this)
  #lastRow = 0
  #filledRows = 0
  #cells: (Cell | undefined)[] = []
  #column = -1
  #type = ''
  #style = 0
  #text = ''
  #hasFormula = false
  /** In which element characters are kept: a value, a text, or none. */
  #within: 'v' | 't' | '' = ''
  #inData = false
  #inCell = false
  #readings = 0

  constructor(name: string, hidden: boolean, around: SheetSurroundings) {
    this.sheet = { name, hidden, rows: [], merges: [], uncomputedFormulas: 0 }
    this.#around = around
  }

  push(text: string): void {
    this.#markup.push(text)
    if (this.#markup.waiting > MAX_TEXT || this.#text.length > MAX_TEXT)
      throw new FileProblemError('CORRUPT', { part: this.sheet.name })
  }

  finish(): Sheet {
    if (this.#filledRows > this.#around.maxRows) {
      throw new FileProblemError('TOO_MANY_ROWS', { rows: this.#filledRows, maxRows: this.#around.maxRows })
    }
    return this.sheet
  }

  wantsText(): boolean {
    return this.#within !== ''
  }

  text(text: string): void {
    this.#text = this.#text === '' ? text : this.#text + text
  }

  wantsCells(): boolean {
    return this.#inData && !this.#inCell
  }

  cell(column: number, type: string, style: number, text: string): void {
    this.#beginCell(column, type, style)
    this.#text = text
    this.#closeCell()
  }

  open(name: string, tag: StartTag): void {
    if (!this.#inData) {
      if (name === 'sheetData') this.#inData = true
      else if (name === 'mergeCell') this.#addMerge(tag.attribute('ref') ?? '')
      return
    }
    if (this.#inCell) return this.#openInCell(name)
    if (name === 'c') this.#openCell(tag)
    else if (name === 'row') {
      const row = Number(tag.attribute('r') ?? this.#lastRow + 1)
      this.#lastRow = Number.isSafeInteger(row) && row > 0 ? row : this.#lastRow + 1
      this.#column = -1
      this.#cells = []
    }
  }

  #openInCell(name: string): void {
    if (name === 'v') this.#within = this.#type === 'inlineStr' ? '' : 'v'
    else if (name === 't') this.#within = this.#type === 'inlineStr' && this.#readings === 0 ? 't' : ''
    else if (name === 'f') this.#hasFormula = true
    else if (name === 'rPh') this.#readings++
  }

  #openCell(tag: StartTag): void {
    const reference = tag.attribute('r')
    const style = Number(tag.attribute('s') ?? 0)
    this.#beginCell(reference === undefined ? -1 : columnIndex(reference), tag.attribute('t') ?? 'n', style)
  }

  #beginCell(column: number, type: string, style: number): void {
    this.#inCell = true
    this.#text = ''
    this.#hasFormula = false
    this.#readings = 0
    this.#column = column === -1 ? this.#column + 1 : column
    this.#type = type
    this.#style = type === 'n' ? style : 0
  }

  close(name: string): void {
    if (name === this.#within) this.#within = ''
    else if (this.#inCell) {
      if (name === 'c') this.#closeCell()
      else if (name === 'rPh') this.#readings--
    } else if (this.#inData) {
      if (name === 'row') this.#closeRow()
      else if (name === 'sheetData') this.#inData = false
    }
  }

  #closeCell(): void {
    this.#inCell = false
    if (this.#text === '') {
      if (this.#hasFormula && this.#type !== 'inlineStr') this.sheet.uncomputedFormulas++
      return
    }
    if (this.#column >= MAX_COLUMNS) return
    const cell = this.#readCell(this.#text)
    if (cell.text.length > MAX_CELL_TEXT)
      throw new FileProblemError('CORRUPT', { part: `${this.sheet.name}!${columnName(this.#column)}${this.#lastRow}` })
    if (!isBlankText(cell.text)) this.#cells[this.#column] = cell
  }

  #closeRow(): void {
    const cells = this.#cells
    this.#cells = []
    if (cells.length === 0) return
    this.#filledRows++
    // Past the limit only the count goes on, for the message; what was read is let go.
    if (this.#filledRows > this.#around.maxRows) this.sheet.rows.length = 0
    else this.sheet.rows.push({ row: this.#lastRow, cells } satisfies SheetRow)
  }

  #addMerge(reference: string): void {
    const range = parseRange(reference)
    if (range) this.sheet.merges.push(range)
  }

  #readCell(value: string): Cell {
    const type = this.#type
    if (type === 's') return { kind: 'text', text: this.#around.sharedStrings[Number(value)] ?? '' }
    const text = decodeEscapes(value)
    if (type === 'inlineStr' || type === 'str') return { kind: 'text', text }
    if (type === 'b') return { kind: 'boolean', text: text === '1' || text === 'true' ? 'TRUE' : 'FALSE' }
    if (type === 'e') return { kind: 'error', text }
    if (type === 'd') return { kind: 'date', text: text.slice(0, 10) }
    return this.#readNumber(text.trim(), this.#style)
  }

  #readNumber(text: string, style: number): Cell {
    if (this.#around.dateStyles[style] === true) {
      const date = serialToDate(Number(text), this.#around.date1904)
      if (date !== undefined) return { kind: 'date', text: date, serial: text }
    }
    return { kind: 'number', text }
  }
}

/** Mostly told by its first character: trimming makes a new text of each. */
function isBlankText(text: string): boolean {
  return !(text.charCodeAt(0) > 32 && text.charCodeAt(0) < 128) && text.trim() === ''
}

function parseRange(reference: string): MergedRange | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference.replaceAll('$', ''))
  if (!match) return undefined
  const [, fromColumn = '', fromRow = '', toColumn = '', toRow = ''] = match
  return {
    firstRow: Number(fromRow),
    lastRow: Number(toRow),
    firstColumn: columnIndex(fromColumn),
    lastColumn: columnIndex(toColumn),
  }
}
