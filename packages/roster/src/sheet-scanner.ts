import type { Cell, MergedRange, Sheet } from './cell.ts'
import type { CellBudget } from './cell-budget.ts'
import { isLateSerial, momentCell, serialToDate } from './date-text.ts'
import { FileProblemError, MAX_COLUMNS } from './file-problem.ts'
import type { NumberStyle } from './number-format.ts'
import { SheetBuilder } from './sheet-builder.ts'
import { decodeEscapes } from './parse-xml.ts'
import type { PlainTarget } from './plain-row.ts'
import { columnIndex, SheetMarkup } from './sheet-markup.ts'
import type { MarkupListener, StartTag } from './sheet-markup.ts'

export interface SheetSurroundings {
  sharedStrings: readonly Cell[]
  /** By style index, how the format shows a number. */
  numberStyles: readonly NumberStyle[]
  date1904: boolean
  budget: CellBudget
}

const MAX_TEXT = 8 * 1024 * 1024

/** Takes a worksheet part piece by piece and keeps only its cells, so that the XML is never whole in memory. */
export class SheetScanner implements MarkupListener, PlainTarget {
  readonly #builder: SheetBuilder
  readonly #around: SheetSurroundings
  readonly #markup = new SheetMarkup(this)
  #lastRow = 0
  #rowHidden = false
  #column = -1
  #type = ''
  #style = 0
  #text = ''
  #hasFormula = false
  /** In which element characters are kept: a value, a text, or none. */
  #within: 'v' | 't' | '' = ''
  #inData = false
  #inRow = false
  #hadData = false
  /** Elements of other kinds that are open between cells. */
  #strangers = 0
  #inCell = false
  #readings = 0

  constructor(name: string, hidden: boolean, around: SheetSurroundings) {
    this.#builder = new SheetBuilder(name, hidden, around.budget)
    this.#around = around
  }

  push(text: string): void {
    this.#markup.push(text)
    if (this.#markup.waiting > MAX_TEXT || this.#text.length > MAX_TEXT) throw this.#damage()
  }

  finish(): Sheet {
    // A part that breaks off would lose the people behind it without a word.
    if (this.#inData || !this.#hadData) throw this.#damage()
    return this.#builder.finish()
  }

  #damage(): FileProblemError {
    return new FileProblemError('CORRUPT', { part: this.#builder.sheet.name })
  }

  wantsText(): boolean {
    return this.#within !== ''
  }

  text(text: string): void {
    this.#text = this.#text === '' ? text : this.#text + text
  }

  get mayBeginRow(): boolean {
    return this.#inData && !this.#inRow && this.#strangers === 0 && this.#markup.waiting === 0
  }

  get mayBeginCell(): boolean {
    return this.#inRow && !this.#inCell && this.#strangers === 0 && this.#markup.waiting === 0
  }

  beginRow(row: number, hidden: boolean): void {
    this.#inRow = true
    this.#lastRow = row > 0 ? row : this.#lastRow + 1
    this.#rowHidden = hidden
    this.#column = -1
  }

  place(column: number, cell: Cell | undefined): void {
    this.#column = column === -1 ? this.#column + 1 : column
    if (cell !== undefined && this.#column < MAX_COLUMNS) this.#builder.put(cell, this.#lastRow, this.#column)
  }

  makeCell(type: string, style: number, text: string): Cell {
    this.#type = type
    this.#style = type === 'n' ? style : 0
    return this.#readCell(text)
  }

  styleOf(style: number): NumberStyle {
    return this.#around.numberStyles[style] ?? 'PLAIN'
  }

  open(name: string, tag: StartTag): void {
    if (!this.#inData) {
      if (name === 'sheetData') {
        this.#inData = true
        this.#hadData = true
      } else if (name === 'mergeCell') this.#addMerge(tag.attribute('ref') ?? '')
      return
    }
    if (this.#inCell) return this.#openInCell(name)
    if (name === 'c') {
      if (!this.#inRow) throw this.#damage()
      this.#openCell(tag)
    } else if (name === 'row') {
      // Two rows of which the first does not end would become one.
      if (this.#inRow) throw this.#damage()
      const row = Number(tag.attribute('r') ?? 0)
      this.beginRow(Number.isSafeInteger(row) ? row : 0, isTrue(tag.attribute('hidden')))
    } else this.#strangers++
  }

  #openInCell(name: string): void {
    if (name === 'v') this.#within = this.#type === 'inlineStr' ? '' : 'v'
    else if (name === 't') this.#within = this.#type === 'inlineStr' && this.#readings === 0 ? 't' : ''
    else if (name === 'f') this.#hasFormula = true
    else if (name === 'rPh') this.#readings++
    else if (name === 'c' || name === 'row') throw this.#damage()
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
      if (name === 'row') this.endRow()
      else if (name === 'sheetData') this.#closeData()
      else if (this.#strangers-- === 0) throw this.#damage()
    }
  }

  #closeCell(): void {
    this.#inCell = false
    if (this.#text === '') {
      if (this.#hasFormula && this.#type !== 'inlineStr') this.#builder.sheet.uncomputedFormulas++
      return
    }
    if (this.#column >= MAX_COLUMNS) return
    this.#builder.put(this.#readCell(this.#text), this.#lastRow, this.#column)
  }

  endRow(): void {
    if (!this.#inRow) throw this.#damage()
    this.#inRow = false
    this.#builder.endRow(this.#lastRow, this.#rowHidden)
  }

  #closeData(): void {
    if (this.#inRow) throw this.#damage()
    this.#inData = false
  }

  #addMerge(reference: string): void {
    const range = parseRange(reference)
    if (range) this.#builder.merge(range)
  }

  #readCell(value: string): Cell {
    const type = this.#type
    if (type === 's') return this.#around.sharedStrings[Number(value)] ?? this.#unknownText(value)
    const text = decodeEscapes(value)
    if (type === 'inlineStr' || type === 'str') return { kind: 'text', text }
    if (type === 'b') return { kind: 'boolean', text: text === '1' || text === 'true' ? 'TRUE' : 'FALSE' }
    if (type === 'e') return { kind: 'error', text }
    if (type === 'd') return momentCell(text)
    return this.#readNumber(text.trim(), this.#style)
  }

  /** A text that is not there: the cell is named rather than taken for a blank one. */
  #unknownText(value: string): Cell {
    return { kind: 'error', text: `#${value.trim().slice(0, 20)}` }
  }

  #readNumber(text: string, style: number): Cell {
    const shownAs = this.styleOf(style)
    if (shownAs === 'PERCENT') return { kind: 'number', text, isPercent: true }
    if (shownAs === 'DATE') {
      const date = serialToDate(Number(text), this.#around.date1904)
      if (date !== undefined) {
        const cell: Cell = { kind: 'date', text: date, serial: text }
        if (isLateSerial(Number(text))) cell.isLate = true
        return cell
      }
    }
    return { kind: 'number', text }
  }
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
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
