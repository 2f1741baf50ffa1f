// XML Spreadsheet 2003, which Excel and many web systems write under the name .xls.
import type { Cell, Sheet, Workbook } from './cell.ts'
import { CellBudget } from './cell-budget.ts'
import { momentCell } from './date-text.ts'
import { MAX_COLUMNS } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'
import { isPercentFormat } from './number-format.ts'
import { XmlReader } from './parse-xml.ts'
import type { XmlListener } from './parse-xml.ts'
import { SheetBuilder } from './sheet-builder.ts'

const PIECE = 64 * 1024

export function readSpreadsheetMl(text: string, fileName: string, limits: FileLimits): Workbook {
  const listener = new SpreadsheetMlListener(new CellBudget(limits))
  const reader = new XmlReader(listener, true)
  for (let at = 0; at < text.length; at += PIECE) reader.push(text.slice(at, at + PIECE))
  reader.end()
  return { kind: 'XML_2003', fileName, sheets: listener.sheets, date1904: false }
}

type Attribute = (name: string) => string | undefined

const KINDS: Readonly<Record<string, Cell['kind']>> = {
  Number: 'number',
  Boolean: 'boolean',
  Error: 'error',
  DateTime: 'date',
}

class SpreadsheetMlListener implements XmlListener {
  readonly sheets: Sheet[] = []
  readonly #budget: CellBudget
  #builder: SheetBuilder | undefined
  #row = 0
  #hiddenRow = false
  #column = 0
  #across = 0
  #type = ''
  /** Of the styles that stand before the sheets: those that show a percentage. */
  readonly #percentStyles = new Set<string>()
  #declared = ''
  /** The style that a row gives to its cells, and the one of the cell. */
  #rowStyle = ''
  #style = ''
  #hasFormula = false
  /** The element whose characters are kept. */
  #within: 'Data' | 'Visible' | '' = ''
  #text = ''

  constructor(budget: CellBudget) {
    this.#budget = budget
  }

  open(name: string, attribute: Attribute): void {
    if (name === 'Style') this.#openStyle(attribute)
    else if (name === 'NumberFormat') this.#declareFormat(attribute)
    else if (name === 'Worksheet') this.#openSheet(attribute)
    else if (name === 'Row') this.#openRow(attribute)
    else if (name === 'Cell') this.#openCell(attribute)
    else if (name === 'Data') {
      this.#type = attribute('Type') ?? 'String'
      this.#within = 'Data'
      this.#text = ''
    } else if (name === 'Visible') {
      this.#within = 'Visible'
      this.#text = ''
    }
  }

  text(text: string): void {
    if (this.#within !== '') this.#text += text
  }

  close(name: string): void {
    if (name === 'Data') this.#closeData()
    else if (name === 'Cell') {
      if (this.#hasFormula && this.#builder !== undefined) this.#builder.sheet.uncomputedFormulas++
      this.#column += this.#across
    } else if (name === 'Row') this.#builder?.endRow(this.#row, this.#hiddenRow)
    else if (name === 'Visible') {
      this.#within = ''
      if (this.#builder !== undefined) this.#builder.sheet.hidden = /hidden/i.test(this.#text)
    } else if (name === 'Worksheet') this.#closeSheet()
  }

  /** A style shows numbers as the one it stands on does, unless it says another format. */
  #openStyle(attribute: Attribute): void {
    this.#declared = attribute('ss:ID') ?? attribute('ID') ?? ''
    const parent = attribute('ss:Parent') ?? attribute('Parent') ?? ''
    if (this.#percentStyles.has(parent)) this.#percentStyles.add(this.#declared)
  }

  #declareFormat(attribute: Attribute): void {
    const code = attribute('ss:Format') ?? attribute('Format') ?? ''
    if (isPercentFormat(code)) this.#percentStyles.add(this.#declared)
    else this.#percentStyles.delete(this.#declared)
  }

  #openSheet(attribute: Attribute): void {
    this.#closeSheet()
    this.#builder = new SheetBuilder(attribute('ss:Name') ?? attribute('Name') ?? '', false, this.#budget)
    this.#row = 0
  }

  #closeSheet(): void {
    if (this.#builder !== undefined) this.sheets.push(this.#builder.finish())
    this.#builder = undefined
  }

  #openRow(attribute: Attribute): void {
    this.#row = wholeNumber(attribute('ss:Index') ?? attribute('Index')) ?? this.#row + 1
    this.#hiddenRow = (attribute('ss:Hidden') ?? attribute('Hidden')) === '1'
    this.#column = -1
    this.#rowStyle = attribute('ss:StyleID') ?? attribute('StyleID') ?? ''
  }

  #openCell(attribute: Attribute): void {
    const index = wholeNumber(attribute('ss:Index') ?? attribute('Index'))
    this.#column = index === undefined ? this.#column + 1 : index - 1
    this.#style = attribute('ss:StyleID') ?? attribute('StyleID') ?? this.#rowStyle
    this.#across = Math.min(wholeNumber(attribute('ss:MergeAcross') ?? attribute('MergeAcross')) ?? 0, MAX_COLUMNS)
    const down = wholeNumber(attribute('ss:MergeDown') ?? attribute('MergeDown')) ?? 0
    this.#hasFormula = (attribute('ss:Formula') ?? attribute('Formula')) !== undefined
    if (this.#across === 0 && down === 0) return
    this.#builder?.merge({
      firstRow: this.#row,
      lastRow: this.#row + down,
      firstColumn: this.#column,
      lastColumn: this.#column + this.#across,
    })
  }

  #closeData(): void {
    this.#within = ''
    this.#hasFormula = false
    if (this.#column >= MAX_COLUMNS) return
    const cell = readData(this.#type, this.#text)
    const isPercent = cell.kind === 'number' && this.#percentStyles.has(this.#style)
    this.#builder?.put(isPercent ? { ...cell, isPercent } : cell, this.#row, this.#column)
  }
}

function readData(type: string, text: string): Cell {
  const kind = KINDS[type] ?? 'text'
  if (kind === 'date') return momentCell(text.trim())
  if (kind === 'boolean') return { kind, text: text.trim() === '1' ? 'TRUE' : 'FALSE' }
  return { kind, text: kind === 'text' ? text : text.trim() }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined
}
