import type { Cell } from './cell.ts'

const SLOTS = 8
/** Further to the right no list has the same few words in every row. */
const COLUMNS_REMEMBERED = 64

/**
 * Makes the cells of records. Most columns say the same few words row after row: those are one cell, and of a line without quotation
 * marks no text is cut for them at all.
 */
export class CellCutter {
  readonly #text: string
  readonly #delimiter: number
  readonly #cells: (Cell | undefined)[] = Array.from({ length: COLUMNS_REMEMBERED * SLOTS })
  /** Where in the text the words of these cells stand, and how many characters they have. */
  readonly #starts = new Int32Array(COLUMNS_REMEMBERED * SLOTS)
  readonly #lengths = new Int32Array(COLUMNS_REMEMBERED * SLOTS)
  readonly #row: (Cell | undefined)[] = []
  /** Of the cells of the line that was cut last. */
  characters = 0

  constructor(text: string, delimiter: string) {
    this.#text = text
    this.#delimiter = delimiter.charCodeAt(0)
  }

  /** The cells of a line in which no quotation mark stands, up to the last that is filled. */
  cutLine(from: number, to: number): (Cell | undefined)[] {
    const text = this.#text
    const delimiter = this.#delimiter
    const row = this.#row
    let characters = 0
    let width = 0
    let column = 0
    for (let start = from, at = from; start <= to; start = ++at) {
      while (at < to && text.charCodeAt(at) !== delimiter) at++
      const cell = at === start ? undefined : this.#cellAt(column, start, at)
      row[column++] = cell
      if (cell === undefined) continue
      width = column
      characters += cell.text.length
    }
    this.characters = characters
    return row.slice(0, width)
  }

  #cellAt(column: number, from: number, to: number): Cell | undefined {
    const text = this.#text
    if (column >= COLUMNS_REMEMBERED) return textCell(text.slice(from, to))
    const length = to - from
    const mixed = text.charCodeAt(from) ^ text.charCodeAt(to - 1) ^ (length << 1)
    const slot = column * SLOTS + (mixed & (SLOTS - 1))
    if (this.#lengths[slot] === length) {
      const before = this.#starts[slot]!
      let same = 0
      while (same < length && text.charCodeAt(before + same) === text.charCodeAt(from + same)) same++
      if (same === length) return this.#cells[slot]
    }
    this.#starts[slot] = from
    this.#lengths[slot] = length
    return (this.#cells[slot] = textCell(text.slice(from, to)))
  }
}

/** The cells of a record whose fields are texts already, up to the last that is filled. */
export function cellsOf(fields: readonly string[]): (Cell | undefined)[] {
  const cells = fields.map(textCell)
  // `=""` is a cell with nothing in it.
  while (cells.length > 0 && cells.at(-1) === undefined) cells.pop()
  return cells
}

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
