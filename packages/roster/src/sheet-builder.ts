import type { Cell, MergedRange, Sheet, SheetRow } from './cell.ts'
import type { CellBudget } from './cell-budget.ts'
import { columnName } from './column-name.ts'
import { LOST } from './decode-text.ts'
import { FileProblemError, MAX_COLUMNS } from './file-problem.ts'

/** No list has the same filled row more often; a format that can say so in a few bytes is not taken at its word. */
const MAX_REPEATED = 1000

/** A sheet as any of the formats fills it, cell by cell and row by row. */
export class SheetBuilder {
  readonly sheet: Sheet
  readonly #budget: CellBudget
  #filledRows = 0
  #cells: (Cell | undefined)[] = []

  constructor(name: string, hidden: boolean, budget: CellBudget) {
    this.sheet = { name, hidden, rows: [], merges: [], uncomputedFormulas: 0, remarks: [] }
    this.#budget = budget
  }

  /** Places the cell, and the same again to its right as often as the file says. Blank ones leave nothing. */
  put(cell: Cell, row: number, column: number, times = 1): void {
    if (isBlankText(cell.text)) return
    const last = Math.min(column + times, MAX_COLUMNS)
    this.#budget.takeText(cell, this.sheet.name, row, column, Math.max(1, last - column))
    for (let at = column; at < last; at++) {
      // A cell that is there twice belongs to two rows of which one is damaged.
      if (this.#cells[at] !== undefined)
        throw new FileProblemError('CORRUPT', { part: `${this.sheet.name}!${columnName(at)}${row}` })
      this.#cells[at] = cell
    }
    if (cell.text.includes(LOST)) this.sheet.remarks.push({ code: 'LOST_CHARACTER', row, column, params: {} })
  }

  /** Ends the row, which may stand there several times over. Past the limit only the count goes on, for the message. */
  endRow(row: number, hidden: boolean, times = 1): void {
    const cells = this.#cells
    if (cells.length === 0) return
    this.#cells = []
    this.#filledRows += times
    if (this.#filledRows > this.#budget.maxRows) {
      this.sheet.rows.length = 0
      return
    }
    const { name } = this.sheet
    if (times > MAX_REPEATED) throw new FileProblemError('TOO_MUCH_CONTENT', { sheet: name, row })
    this.#budget.takeRow(cells.length, name, row, times)
    if (times > 1) {
      const characters = cells.reduce((sum, cell) => sum + (cell?.text.length ?? 0), 0)
      this.#budget.takeCharacters(characters * (times - 1), name, row)
    }
    for (let index = 0; index < times; index++) {
      const placed: SheetRow = { row: row + index, cells }
      if (hidden) placed.hidden = true
      this.sheet.rows.push(placed)
    }
  }

  merge(range: MergedRange): void {
    this.sheet.merges.push(range)
  }

  finish(): Sheet {
    const { maxRows } = this.#budget
    if (this.#filledRows > maxRows) throw new FileProblemError('TOO_MANY_ROWS', { rows: this.#filledRows, maxRows })
    return this.sheet
  }
}

/** Mostly told by its first character: trimming makes a new text of each. */
function isBlankText(text: string): boolean {
  return !(text.charCodeAt(0) > 32 && text.charCodeAt(0) < 128) && text.trim() === ''
}
