// OpenDocument spreadsheets (LibreOffice, WPS for Linux), packed or as one flat XML file. OASIS OpenDocument 1.3, part 3, section 9.
import type { Cell, Sheet, Workbook } from './cell.ts'
import { CellBudget } from './cell-budget.ts'
import { momentCell } from './date-text.ts'
import { MAX_COLUMNS } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'
import { XmlReader } from './parse-xml.ts'
import type { XmlListener } from './parse-xml.ts'
import { SheetBuilder } from './sheet-builder.ts'

/** Reads the content in pieces, as `each` hands them out. */
export function readOds(each: (take: (piece: string) => void) => void, fileName: string, limits: FileLimits): Workbook {
  const listener = new OdsListener(new CellBudget(limits))
  const reader = new XmlReader(listener, true)
  each((piece) => reader.push(piece))
  reader.end()
  return { kind: 'ODS', fileName, sheets: listener.sheets, date1904: false }
}

type Attribute = (name: string) => string | undefined

interface OpenCell {
  column: number
  times: number
  type: string
  value: string | undefined
  hasFormula: boolean
  text: string
  paragraphs: number
}

/** What in a cell is no text of it: notes, drawings, readings of characters. */
const ASIDE = new Set(['annotation', 'ruby-text', 'frame', 'shapes', 'custom-shape', 'control', 'tracked-changes'])
const MAX_SPACES = 1000

class OdsListener implements XmlListener {
  readonly sheets: Sheet[] = []
  readonly #budget: CellBudget
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  #builder: SheetBuilder | undefined
  /** Tables within a cell are part of it. */
  #tables = 0
  #row = 1
  #rowTimes = 1
  #rowHidden = false
  #column = 0
  #cell: OpenCell | undefined
  #aside = 0
  #inParagraph = false

  constructor(budget: CellBudget) {
    this.#budget = budget
  }

  open(name: string, attribute: Attribute): void {
    if (this.#aside > 0 || ASIDE.has(name)) this.#aside++
    else if (name === 'style') this.#style = attribute('style:name') ?? attribute('name') ?? ''
    else if (name === 'table-properties') {
      if ((attribute('table:display') ?? attribute('display')) === 'false') this.#hiddenStyles.add(this.#style)
    } else if (name === 'table') this.#openTable(attribute)
    else if (this.#builder !== undefined && this.#tables === 1) this.#openInTable(name, attribute)
  }

  text(text: string): void {
    if (this.#aside === 0 && this.#inParagraph && this.#cell !== undefined)
      this.#cell.text += text.replaceAll(/[ \t\r\n]+/g, ' ')
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside--
    else if (name === 'table') this.#closeTable()
    else if (this.#tables !== 1) return
    else if (name === 'p' || name === 'h') this.#inParagraph = false
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell()
    else if (name === 'table-row') this.#closeRow()
  }

  #openTable(attribute: Attribute): void {
    if (++this.#tables > 1) return
    const hidden = this.#hiddenStyles.has(attribute('table:style-name') ?? attribute('style-name') ?? '')
    this.#builder = new SheetBuilder(attribute('table:name') ?? attribute('name') ?? '', hidden, this.#budget)
    this.#row = 1
  }

  #closeTable(): void {
    if (--this.#tables > 0 || this.#builder === undefined) return
    this.sheets.push(this.#builder.finish())
    this.#builder = undefined
  }

  #openInTable(name: string, attribute: Attribute): void {
    if (name === 'table-row') {
      this.#rowTimes = repetition(attribute('table:number-rows-repeated') ?? attribute('number-rows-repeated'))
      this.#rowHidden = (attribute('table:visibility') ?? attribute('visibility') ?? 'visible') !== 'visible'
      this.#column = 0
    } else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attribute)
    else this.#openInCell(name, attribute)
  }

  #openCell(attribute: Attribute): void {
    const a = (prefix: string, local: string) => attribute(`${prefix}:${local}`) ?? attribute(local)
    const isError = attribute('calcext:value-type') === 'error'
    const type = isError ? 'error' : (a('office', 'value-type') ?? '')
    const value =
      type === 'date'
        ? a('office', 'date-value')
        : type === 'boolean'
          ? a('office', 'boolean-value')
          : a('office', 'value')
    const times = repetition(a('table', 'number-columns-repeated'))
    const hasFormula = a('table', 'formula') !== undefined
    this.#cell = { column: this.#column, times, type, value, hasFormula, text: '', paragraphs: 0 }
    this.#column += times
    const across = repetition(a('table', 'number-columns-spanned'))
    const down = repetition(a('table', 'number-rows-spanned'))
    if (across === 1 && down === 1) return
    const { column } = this.#cell
    this.#builder?.merge({
      firstRow: this.#row,
      lastRow: this.#row + down - 1,
      firstColumn: column,
      lastColumn: column + across - 1,
    })
  }

  #openInCell(name: string, attribute: Attribute): void {
    const cell = this.#cell
    if (cell === undefined) return
    if (name === 'p' || name === 'h') {
      if (cell.paragraphs++ > 0) cell.text += '\n'
      this.#inParagraph = true
    } else if (name === 's')
      cell.text += ' '.repeat(Math.min(repetition(attribute('text:c') ?? attribute('c')), MAX_SPACES))
    else if (name === 'tab') cell.text += '\t'
    else if (name === 'line-break') cell.text += '\n'
  }

  #closeCell(): void {
    const open = this.#cell
    this.#cell = undefined
    this.#inParagraph = false
    if (open === undefined || this.#builder === undefined || open.column >= MAX_COLUMNS) return
    const cell = readCell(open)
    if (cell.text === '' && open.hasFormula) this.#builder.sheet.uncomputedFormulas += 1
    this.#builder.put(cell, this.#row, open.column, open.times)
  }

  #closeRow(): void {
    this.#builder?.endRow(this.#row, this.#rowHidden, this.#rowTimes)
    this.#row += this.#rowTimes
  }
}

function readCell({ type, value, text }: OpenCell): Cell {
  switch (type) {
    case 'float':
    case 'currency':
      return { kind: 'number', text: value ?? text }
    case 'percentage':
      return { kind: 'number', text: value ?? text, isPercent: true }
    case 'date':
      return momentCell(value ?? text)
    case 'boolean':
      return { kind: 'boolean', text: (value ?? text).toLowerCase() === 'true' ? 'TRUE' : 'FALSE' }
    case 'error':
      return { kind: 'error', text }
    default:
      return { kind: 'text', text }
  }
}

function repetition(text: string | undefined): number {
  const times = Number(text ?? 1)
  return Number.isSafeInteger(times) && times > 0 ? times : 1
}
