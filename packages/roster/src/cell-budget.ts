import type { Cell } from './cell.ts'
import { columnName } from './column-name.ts'
import { FileProblemError, MAX_CELL_CHARACTERS } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'

/**
 * What the cells of a file come to, however few bytes name them: a text shared by thousands of cells, a cell repeated to the end
 * of the sheet, one value far to the right in every row. Memory and time go by this and not by the size of the file.
 */
export class CellBudget {
  readonly #limits: FileLimits
  #cells = 0
  #characters = 0

  constructor(limits: FileLimits) {
    this.#limits = limits
  }

  get maxRows(): number {
    return this.#limits.maxRows
  }

  /** A cell of this text, once or as often as the file says that it stands there. */
  takeText(cell: Cell, sheet: string, row: number, column: number, times = 1): void {
    if (cell.text.length > MAX_CELL_CHARACTERS) {
      throw new FileProblemError('CELL_TOO_LONG', {
        sheet,
        cell: `${columnName(column)}${row}`,
        characters: cell.text.length,
        maxCharacters: MAX_CELL_CHARACTERS,
      })
    }
    this.takeCharacters(cell.text.length * times, sheet, row)
  }

  takeCharacters(count: number, sheet: string, row: number): void {
    this.#characters += count
    if (this.#characters > this.#limits.maxCharacters) throw new FileProblemError('TOO_MUCH_CONTENT', { sheet, row })
  }

  /** A row up to its last filled cell. */
  takeRow(width: number, sheet: string, row: number, times = 1): void {
    this.#cells += width * times
    if (this.#cells > this.#limits.maxCells) throw new FileProblemError('TOO_MUCH_CONTENT', { sheet, row })
  }
}
