import type { Cell } from './cell.ts'
import { KnownCells } from './known-cells.ts'
import type { NumberStyle } from './number-format.ts'

export const plainTypes = ['n', 's', 'str', 'b', 'e', 'inlineStr'] as const

const placeOfStyle: Readonly<Record<NumberStyle, number>> = { PLAIN: 0, DATE: 1, PERCENT: 2 }

/** What a cell is, in one small number: the same digits may be an amount, a day or a percentage. */
export const kindOf = (type: number, style: NumberStyle): number => type * 4 + placeOfStyle[style]

const typeOfKind = (kind: number): number => kind >> 2

export interface PlainTarget {
  /** Whether a row may begin here; if not, whether a cell may. */
  readonly mayBeginRow: boolean
  readonly mayBeginCell: boolean
  /** 0 where the row does not say its number. */
  beginRow(row: number, hidden: boolean): void
  endRow(): void
  /** Column -1 where the cell does not say it; undefined for an empty cell. */
  place(column: number, cell: Cell | undefined): void
  makeCell(type: string, style: number, text: string): Cell
  styleOf(style: number): NumberStyle
}

/**
 * The cells of one row until it ends. What was not seen before waits, so that one text is made of all new words of a row: a call
 * for each costs more, and a piece cut out of a large text would keep all of that in memory. Numbers in lists of their own, for a
 * row has many cells and a list many rows.
 */
export class PlainRow {
  readonly #target: PlainTarget
  readonly #known = new KnownCells()
  readonly #columns: number[] = []
  readonly #cells: (Cell | undefined)[] = []
  /** Which of the words that wait stands there; -1 where none does. */
  readonly #words: number[] = []
  #count = 0
  readonly #hashes: number[] = []
  readonly #kinds: number[] = []
  readonly #styles: number[] = []
  /** Where each word begins, in bytes and in units of a text; the last one ends where the next would begin. */
  readonly #starts: number[] = [0]
  readonly #unitStarts: number[] = [0]
  #waiting = 0
  #bytes = new Uint8Array(4096)

  constructor(target: PlainTarget) {
    this.#target = target
  }

  add(column: number, cell: Cell | undefined, word = -1): void {
    const index = this.#count++
    this.#columns[index] = column
    this.#cells[index] = cell
    this.#words[index] = word
  }

  /** A value or a text: its kind is `kindOf` its place in `plainTypes` and how a number is shown. */
  addText(
    bytes: Uint8Array,
    from: number,
    to: number,
    column: number,
    hash: number,
    kind: number,
    style: number,
  ): void {
    const known = this.#known.find(bytes, hash, kind, from, to)
    if (known !== undefined) return this.add(column, known)
    const word = this.#waiting++
    let at = this.#starts[word]!
    let units = this.#unitStarts[word]!
    this.#makeRoom(at + to - from)
    const kept = this.#bytes
    for (let index = from; index < to; index++) {
      const byte = bytes[index]!
      kept[at++] = byte
      units += byte < 0x80 ? 1 : unitsOf(byte)
    }
    this.#starts[word + 1] = at
    this.#unitStarts[word + 1] = units
    this.#hashes[word] = hash
    this.#kinds[word] = kind
    this.#styles[word] = style
    this.add(column, undefined, word)
  }

  /** All that waits into the sheet. */
  place(): void {
    const text = this.#waiting === 0 ? '' : this.#decode()
    for (let index = 0; index < this.#count; index++) {
      const word = this.#words[index]!
      this.#target.place(this.#columns[index]!, word === -1 ? this.#cells[index] : this.#make(word, text))
    }
    this.#count = 0
    this.#waiting = 0
  }

  #make(word: number, text: string | undefined): Cell {
    const hash = this.#hashes[word]!
    const kind = this.#kinds[word]!
    const from = this.#starts[word]!
    const to = this.#starts[word + 1]!
    const before = this.#known.find(this.#bytes, hash, kind, from, to)
    if (before !== undefined) return before
    const own =
      text === undefined
        ? lenient.decode(this.#bytes.subarray(from, to))
        : text.slice(this.#unitStarts[word], this.#unitStarts[word + 1])
    const cell = this.#target.makeCell(plainTypes[typeOfKind(kind)]!, this.#styles[word]!, own)
    this.#known.keep(this.#bytes, hash, kind, from, to, cell)
    return cell
  }

  /** Undefined where a byte is no character: then nothing can be said of where a text begins in it. */
  #decode(): string | undefined {
    try {
      return strict.decode(this.#bytes.subarray(0, this.#starts[this.#waiting]))
    } catch {
      return undefined
    }
  }

  #makeRoom(length: number): void {
    if (length <= this.#bytes.length) return
    const wider = new Uint8Array(2 * length)
    wider.set(this.#bytes)
    this.#bytes = wider
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** How many units of a text a byte stands for: the first of a character for one, of four bytes for two. */
function unitsOf(byte: number): number {
  if (byte < 0x80) return 1
  return (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1
}
