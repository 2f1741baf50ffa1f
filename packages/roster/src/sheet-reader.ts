import type { Sheet } from './cell.ts'
import { PlainCells } from './plain-cells.ts'
import { SheetScanner } from './sheet-scanner.ts'
import type { SheetSurroundings } from './sheet-scanner.ts'
import { xmlDecoder } from './zip-reader.ts'

/** How much is read tag by tag where something unusual stands, at least and at most, before the usual is tried again. */
const LEAST = 128
const MOST = 64 * 1024
const GT = 62

/** A worksheet part as its bytes come: cells in the usual forms from the bytes, all else tag by tag. */
export class SheetReader {
  readonly #scanner: SheetScanner
  readonly #plain: PlainCells
  readonly #decode = xmlDecoder()
  /** Behind the last `>`: a tag cut in two is read again as a whole. */
  #kept: Uint8Array = new Uint8Array()
  #isUtf8: boolean | undefined
  #stretch = LEAST

  constructor(name: string, hidden: boolean, around: SheetSurroundings) {
    this.#scanner = new SheetScanner(name, hidden, around)
    this.#plain = new PlainCells(this.#scanner)
  }

  push(piece: Uint8Array): void {
    this.#isUtf8 ??= piece[0] !== 0xff && piece[0] !== 0xfe
    // What was left of the piece before is joined to the cell that it begins, and no more is copied.
    const from = this.#kept.length === 0 ? 0 : behindCell(piece, 0)
    if (from > 0) this.#read(joined(this.#kept, piece.subarray(0, from)))
    const to = Math.max(from, piece.lastIndexOf(GT) + 1)
    this.#kept = piece.slice(to)
    if (to > from) this.#read(piece.subarray(from, to))
  }

  finish(): Sheet {
    this.#read(this.#kept)
    return this.#scanner.finish()
  }

  #read(piece: Uint8Array): void {
    if (this.#isUtf8 !== true) return this.#scanner.push(this.#decode(piece))
    let at = 0
    while (at < piece.length) {
      if (this.#scanner.mayBeginCell || this.#scanner.mayBeginRow) {
        const from = at
        at = this.#plain.read(piece, from)
        // Where nearly nothing is usual, trying costs more than it brings.
        this.#stretch = at - from > this.#stretch ? LEAST : Math.min(2 * this.#stretch, MOST)
      }
      const end = behindCell(piece, at + this.#stretch)
      if (at < end) this.#scanner.push(this.#decode(piece.subarray(at, end)))
      at = end
    }
  }
}

/** Behind the next `</c>`, or the end. */
function behindCell(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(GT, from); at !== -1; at = bytes.indexOf(GT, at + 1)) {
    if (bytes[at - 1] === 99 && bytes[at - 2] === 47 && bytes[at - 3] === 60) return at + 1
  }
  return bytes.length
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
