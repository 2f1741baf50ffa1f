/**
 * Which rows share an identity, kept up to date while rows change. Only the later rows of a group are at fault; the
 * first is the one the others are measured against.
 */
export class DuplicateIndex {
  readonly #rowsByKey = new Map<string, number | number[]>()

  /** Number of rows at fault. */
  laterCount = 0

  add(key: string, index: number): void {
    if (key === '') return
    const rows = this.#rowsByKey.get(key)
    if (rows === undefined) {
      this.#rowsByKey.set(key, index)
      return
    }
    this.laterCount += 1
    if (typeof rows === 'number') this.#rowsByKey.set(key, rows < index ? [rows, index] : [index, rows])
    else insertSorted(rows, index)
  }

  remove(key: string, index: number): void {
    const rows = this.#rowsByKey.get(key)
    if (rows === index) this.#rowsByKey.delete(key)
    if (typeof rows !== 'object') return
    const at = rows.indexOf(index)
    if (at < 0) return
    rows.splice(at, 1)
    this.laterCount -= 1
    if (rows.length === 1) this.#rowsByKey.set(key, rows[0] ?? index)
  }

  /** Index of the first row with this identity when `index` is a later one, else -1. */
  firstBefore(key: string, index: number): number {
    const rows = this.#rowsByKey.get(key)
    if (typeof rows !== 'object') return -1
    const first = rows[0] ?? index
    return first < index ? first : -1
  }

  has(key: string): boolean {
    return this.#rowsByKey.has(key)
  }

  /** Every row at fault with the first row of its group, in the order of the list. */
  later(): { index: number; first: number }[] {
    const found: { index: number; first: number }[] = []
    for (const rows of this.#rowsByKey.values()) {
      if (typeof rows === 'number') continue
      const [first = 0, ...rest] = rows
      for (const index of rest) found.push({ index, first })
    }
    return found.toSorted((a, b) => a.index - b.index)
  }
}

function insertSorted(rows: number[], index: number): void {
  let at = rows.length
  while (at > 0 && (rows[at - 1] ?? -1) > index) at -= 1
  rows.splice(at, 0, index)
}
