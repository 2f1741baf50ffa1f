import type { Cell, MergedRange, Sheet, SheetRow } from './cell.ts'
import { serialToDate } from './date-text.ts'
import { FileProblemError } from './file-problem.ts'
import { attribute, decodeXmlText, elementPrefix, elements, nextElement, stringItemText } from './xml-scan.ts'

export interface SheetSurroundings {
  sharedStrings: readonly string[]
  /** By style index, whether the format shows a date. */
  dateStyles: readonly boolean[]
  date1904: boolean
  maxRows: number
}

const MAX_ROW_TEXT = 8 * 1024 * 1024
const MAX_COLUMNS = 16_384

/** Takes a worksheet part piece by piece and keeps only its cells, so that the XML is never whole in memory. */
export class SheetScanner {
  readonly sheet: Sheet
  readonly #around: SheetSurroundings
  #pending = ''
  #prefix: string | undefined
  #lastRow = 0
  #filledRows = 0
  #inTail = false

  constructor(name: string, hidden: boolean, around: SheetSurroundings) {
    this.sheet = { name, hidden, rows: [], merges: [], uncomputedFormulas: 0 }
    this.#around = around
  }

  push(text: string): void {
    // Behind the data only the merged ranges matter, and they come first.
    if (this.#inTail && this.#pending.length > MAX_ROW_TEXT) return
    this.#pending += text
    if (this.#prefix === undefined) {
      if (this.#pending.length < 4000 && !this.#pending.includes('sheetData')) return
      this.#prefix = elementPrefix(this.#pending, 'worksheet')
    }
    if (this.#inTail) return
    const endOfData = this.#pending.indexOf(`</${this.#prefix}sheetData>`)
    if (endOfData !== -1) {
      this.#scanRows(this.#pending.slice(0, endOfData))
      this.#pending = this.#pending.slice(endOfData)
      this.#inTail = true
      return
    }
    const cut = this.#lastRowEnd()
    if (cut > 0) {
      this.#scanRows(this.#pending.slice(0, cut))
      this.#pending = this.#pending.slice(cut)
    } else if (this.#pending.length > MAX_ROW_TEXT) {
      throw new FileProblemError('CORRUPT', { part: this.sheet.name })
    }
  }

  finish(): Sheet {
    this.#prefix ??= elementPrefix(this.#pending, 'worksheet')
    if (!this.#inTail) this.#scanRows(this.#pending)
    for (const merge of elements(this.#pending, `${this.#prefix}mergeCell`)) {
      const range = parseRange(attribute(merge.tag, 'ref') ?? '')
      if (range) this.sheet.merges.push(range)
    }
    if (this.#filledRows > this.#around.maxRows) {
      throw new FileProblemError('TOO_MANY_ROWS', { rows: this.#filledRows, maxRows: this.#around.maxRows })
    }
    return this.sheet
  }

  /** A row ends with its end tag; rows without cells (`<row r="7"/>`) may pile up behind it. */
  #lastRowEnd(): number {
    const endTag = `</${this.#prefix}row>`
    const full = this.#pending.lastIndexOf(endTag)
    const lastOpen = this.#pending.lastIndexOf(`<${this.#prefix}row`)
    if (full !== -1 && (full > lastOpen || lastOpen === -1)) return full + endTag.length
    return lastOpen
  }

  #scanRows(xml: string): void {
    for (const element of elements(xml, `${this.#prefix}row`)) {
      const row = Number(attribute(element.tag, 'r') ?? this.#lastRow + 1)
      this.#lastRow = Number.isSafeInteger(row) && row > 0 ? row : this.#lastRow + 1
      if (element.inner === '') continue
      if (this.#filledRows > this.#around.maxRows) {
        // Past the limit only the count goes on, for the message; what was read is let go.
        if (/<\w*:?(?:v|is)>/.test(element.inner)) this.#filledRows++
        this.sheet.rows.length = 0
        continue
      }
      const cells = this.#scanCells(element.inner)
      if (cells.length === 0) continue
      this.#filledRows++
      this.sheet.rows.push({ row: this.#lastRow, cells } satisfies SheetRow)
    }
  }

  #scanCells(xml: string): (Cell | undefined)[] {
    const cells: (Cell | undefined)[] = []
    let column = -1
    for (const element of elements(xml, `${this.#prefix}c`)) {
      const reference = attribute(element.tag, 'r')
      const stated = reference === undefined ? -1 : columnIndex(reference)
      column = stated === -1 ? column + 1 : stated
      if (element.inner === '' || column >= MAX_COLUMNS) continue
      const cell = this.#readCell(element.tag, element.inner)
      if (cell && cell.text.trim() !== '') cells[column] = cell
    }
    return cells
  }

  #readCell(tag: string, inner: string): Cell | undefined {
    const type = attribute(tag, 't') ?? 'n'
    if (type === 'inlineStr') return { kind: 'text', text: stringItemText(inner, this.#prefix ?? '') }
    const value = nextElement(inner, `${this.#prefix}v`, 0)
    if (value === undefined || value.inner === '') {
      if (inner.includes(`<${this.#prefix}f`)) this.sheet.uncomputedFormulas++
      return undefined
    }
    if (type === 's') return { kind: 'text', text: this.#around.sharedStrings[Number(value.inner)] ?? '' }
    const text = decodeXmlText(value.inner)
    if (type === 'str') return { kind: 'text', text }
    if (type === 'b') return { kind: 'boolean', text: text === '1' || text === 'true' ? 'TRUE' : 'FALSE' }
    if (type === 'e') return { kind: 'error', text }
    if (type === 'd') return { kind: 'date', text: text.slice(0, 10) }
    return this.#readNumber(text.trim(), Number(attribute(tag, 's') ?? 0))
  }

  #readNumber(text: string, style: number): Cell {
    if (this.#around.dateStyles[style] === true) {
      const date = serialToDate(Number(text), this.#around.date1904)
      if (date !== undefined) return { kind: 'date', text: date, serial: text }
    }
    return { kind: 'number', text }
  }
}

/** `AB12` → 27; -1 when the reference is none. */
export function columnIndex(reference: string): number {
  let index = 0
  let at = 0
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    index = index * 26 + (code - 64)
  }
  return at > 0 && at <= 3 ? index - 1 : -1
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
