import type { Cell } from './cell.ts'

const SLOTS = 1 << 13
/** A list has a few hundred words that come again; what comes once must not push them out, so nothing is let go. */
const MOST = SLOTS / 2
const LONGEST = 64
/** How far a cell may lie from its place: words made to collide are not kept rather than looked for everywhere. */
const REACH = 8

/**
 * Cells by the bytes they were made of. What comes again is the same object each time, so that no text is made of it and what was
 * understood of it holds for all.
 */
export class KnownCells {
  readonly #hashes = new Int32Array(SLOTS)
  readonly #kinds = new Uint8Array(SLOTS)
  readonly #starts = new Uint32Array(SLOTS)
  readonly #lengths = new Uint8Array(SLOTS)
  readonly #cells: (Cell | undefined)[] = Array.from({ length: SLOTS })
  #kept = new Uint8Array(64 * 1024)
  #keptLength = 0
  #count = 0

  find(bytes: Uint8Array, hash: number, kind: number, from: number, to: number): Cell | undefined {
    let slot = placeOf(hash)
    for (let tries = 0; tries < REACH && this.#lengths[slot] !== 0; tries++, slot = (slot + 1) & (SLOTS - 1)) {
      if (this.#hashes[slot] === hash && this.#kinds[slot] === kind && this.#isSame(bytes, slot, from, to))
        return this.#cells[slot]
    }
    return undefined
  }

  keep(bytes: Uint8Array, hash: number, kind: number, from: number, to: number, cell: Cell): void {
    const length = to - from
    if (length > LONGEST || this.#count >= MOST) return
    let slot = placeOf(hash)
    for (let tries = 0; this.#lengths[slot] !== 0; tries++, slot = (slot + 1) & (SLOTS - 1))
      if (tries === REACH - 1) return
    if (this.#keptLength + length > this.#kept.length) {
      const wider = new Uint8Array(this.#kept.length * 2)
      wider.set(this.#kept)
      this.#kept = wider
    }
    for (let index = 0; index < length; index++) this.#kept[this.#keptLength + index] = bytes[from + index]!
    this.#hashes[slot] = hash
    this.#kinds[slot] = kind
    this.#starts[slot] = this.#keptLength
    this.#lengths[slot] = length
    this.#cells[slot] = cell
    this.#keptLength += length
    this.#count++
  }

  #isSame(bytes: Uint8Array, slot: number, from: number, to: number): boolean {
    const length = to - from
    if (this.#lengths[slot] !== length) return false
    const start = this.#starts[slot]!
    for (let index = 0; index < length; index++) if (this.#kept[start + index] !== bytes[from + index]) return false
    return true
  }
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}
