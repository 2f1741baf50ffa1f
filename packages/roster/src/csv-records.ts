// Our own reading of records: a library takes an unclosed quotation mark at its word and makes one cell of all the people up to
// the next mark anywhere in the file, and says so of the file alone.
import { MAX_CELL_CHARACTERS } from './file-problem.ts'

export interface CsvRecord {
  fields: string[]
  /** What is wrong with a quotation mark in it, and in which field (from 0). */
  flaw?: { code: 'QUOTE_NOT_CLOSED' | 'QUOTE_INSIDE'; field: number }
}

const QUOTE = 34
const LINE_FEED = 10
const RETURN = 13
const SPACE = 32
const LINES_COUNTED = 2000
/** Share of the usual delimiters from which a line inside quotation marks is taken for a record. */
const LIKE_A_RECORD = 0.6
const IDENTIFIER = /\d{15}/

/** The records of a text one by one, blank ones too. */
export function* csvRecords(text: string, delimiter: string): Generator<CsvRecord> {
  const reader = new CsvReader(text, delimiter)
  for (let record = reader.next(); record !== undefined; record = reader.next()) yield record
}

/** Where a quoted cell ends, and what was met on the way. */
interface Closing {
  at: number
  behind: number
  strays: boolean
  /** Where the line begins in which it ends, and how many delimiters and marks the cell has in that line. */
  lineFrom: number
  inLine: number
  marks: number
}

/** A line of the file as if it had no quotation marks: delimiters and marks passed so far, and those in all once they are asked for. */
interface Line {
  from: number
  passed: number
  marksPassed: number
  total: number
  marks: number
}

function lineAt(from: number): Line {
  return { from, passed: 0, marksPassed: 0, total: -1, marks: 0 }
}

/** Where a character stands next, each place looked for once. */
class Occurrences {
  readonly #text: string
  readonly #character: string
  #next = -1

  constructor(text: string, character: string) {
    this.#text = text
    this.#character = character
  }

  /** At `at` or behind it; the end of the text where there is none. `at` never goes back. */
  from(at: number): number {
    if (this.#next < at) {
      const found = this.#text.indexOf(this.#character, at)
      this.#next = found < 0 ? this.#text.length : found
    }
    return this.#next
  }
}

/** Gives the records of a text when it is asked for the next; of most lines the ends are enough. */
export class CsvReader {
  readonly #text: string
  readonly #delimiter: number
  readonly #between: string
  #usualOnce = -1
  readonly #marks: Occurrences
  readonly #feeds: Occurrences
  readonly #returns: Occurrences
  #at = 0
  #line = lineAt(0)

  constructor(text: string, delimiter: string) {
    this.#text = text
    this.#between = delimiter.charAt(0)
    this.#delimiter = delimiter.charCodeAt(0)
    this.#marks = new Occurrences(text, '"')
    this.#feeds = new Occurrences(text, '\n')
    this.#returns = new Occurrences(text, '\r')
  }

  /** Where the next record begins. */
  get at(): number {
    return this.#at
  }

  /** Goes behind the next record where it is a line without marks, as most are, and gives the end of it; -1 where it is not. */
  takePlain(): number {
    const text = this.#text
    if (this.#at >= text.length) return -1
    const lineEnd = Math.min(this.#feeds.from(this.#at), this.#returns.from(this.#at))
    if (this.#marks.from(this.#at) < lineEnd) return -1
    const isPair = text.charCodeAt(lineEnd) === RETURN && text.charCodeAt(lineEnd + 1) === LINE_FEED
    this.#at = lineEnd + (isPair ? 2 : 1)
    return lineEnd
  }

  next(): CsvRecord | undefined {
    const text = this.#text
    const from = this.#at
    if (from >= text.length) return undefined
    const lineEnd = this.takePlain()
    if (lineEnd >= 0) return { fields: text.slice(from, lineEnd).split(this.#between) }
    const record: CsvRecord = { fields: [] }
    this.#line = lineAt(this.#at)
    for (;;) {
      record.fields.push(text.charCodeAt(this.#at) === QUOTE ? this.#quoted(record) : this.#plain(this.#at))
      if (this.#at >= text.length) return record
      const end = text.charCodeAt(this.#at++)
      if (end === this.#delimiter) {
        this.#line.passed++
        continue
      }
      if (end === RETURN && text.charCodeAt(this.#at) === LINE_FEED) this.#at++
      return record
    }
  }

  /** Only marks that are not in pairs ask for it. */
  get #usual(): number {
    if (this.#usualOnce < 0) this.#usualOnce = usualDelimiters(this.#text, this.#delimiter)
    return this.#usualOnce
  }

  #plain(from: number): string {
    for (; this.#at < this.#text.length; this.#at++) {
      const code = this.#text.charCodeAt(this.#at)
      if (this.#endsField(code)) break
      if (code === QUOTE) this.#line.marksPassed++
    }
    return this.#text.slice(from, this.#at)
  }

  #quoted(record: CsvRecord): string {
    const field = record.fields.length
    const from = this.#at + 1
    const closing = this.#findClosing(from, field)
    if (closing === undefined) {
      // The mark is taken for a slip: the cell ends where it would without it, and so does the row.
      record.flaw ??= { code: 'QUOTE_NOT_CLOSED', field }
      this.#at = from
      this.#line.marksPassed++
      return this.#plain(from).replaceAll('""', '"')
    }
    if (closing.strays) record.flaw ??= { code: 'QUOTE_INSIDE', field }
    this.#at = closing.behind
    if (closing.lineFrom > from) this.#line = lineAt(closing.lineFrom)
    this.#line.passed += closing.inLine
    this.#line.marksPassed += closing.marks
    return this.#text.slice(from, closing.at).replaceAll('""', '"')
  }

  /** The mark that closes the cell: the first that a delimiter or the end of the line follows, unless people would be within. */
  #findClosing(from: number, field: number): Closing | undefined {
    const text = this.#text
    let lineFrom = from
    let lines = 0
    let inLine = 0
    let marks = 1
    let strays = false
    for (let at = from; at < text.length && at - from <= 2 * MAX_CELL_CHARACTERS; at++) {
      const code = text.charCodeAt(at)
      if (code === this.#delimiter) inLine++
      else if (code === LINE_FEED || code === RETURN) {
        if (strays || (lines > 0 && this.#isLikeRecord(inLine, lineFrom, at))) return undefined
        if (code === RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++
        lineFrom = at + 1
        inLine = 0
        marks = 0
        lines++
      } else if (code === QUOTE) {
        marks++
        if (text.charCodeAt(at + 1) === QUOTE) {
          at++
          marks++
          continue
        }
        const behind = this.#behindBlanks(at + 1)
        if (behind === text.length || this.#endsField(text.charCodeAt(behind))) {
          const closing = { at, behind, strays, lineFrom, inLine, marks }
          return this.#holdsPeople(closing, field, lines) ? undefined : closing
        }
        strays = true
      }
    }
    return undefined
  }

  /** Whether what lies between the marks is rather one row or several, with marks in it that have nothing to do with each other. */
  #holdsPeople({ at, behind, lineFrom, inLine, marks }: Closing, field: number, lines: number): boolean {
    if (lines === 0) {
      if (inLine === 0) return false
      const { total, passed, marks: ofLine, marksPassed } = this.#wholeLine()
      const asQuoted = field + total - passed - inLine
      // A mark that is left over begins a cell of several lines, so that the line says nothing by itself.
      const isWhole = (ofLine - marksPassed - marks) % 2 === 0
      return isWhole && total === this.#usual && asQuoted !== this.#usual
    }
    if (this.#isLikeRecord(inLine, lineFrom, at)) return true
    // Both the line where it begins and the one where it ends are whole rows by themselves.
    const ends = inLine + this.#delimitersUpToLineEnd(behind)
    return this.#usual >= 3 && this.#wholeLine().total >= this.#usual && ends >= this.#usual
  }

  #wholeLine(): Line {
    const line = this.#line
    if (line.total !== -1) return line
    line.total = 0
    for (let at = line.from; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at)
      if (code === LINE_FEED || code === RETURN) break
      if (code === this.#delimiter) line.total++
      else if (code === QUOTE) line.marks++
    }
    return line
  }

  #delimitersUpToLineEnd(from: number): number {
    let count = 0
    for (let at = from; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at)
      if (code === LINE_FEED || code === RETURN) break
      if (code === this.#delimiter) count++
    }
    return count
  }

  #isLikeRecord(delimiters: number, from: number, to: number): boolean {
    if (delimiters === 0) return false
    if (this.#usual >= 3 && delimiters >= Math.ceil(this.#usual * LIKE_A_RECORD)) return true
    return IDENTIFIER.test(this.#text.slice(from, to))
  }

  #behindBlanks(from: number): number {
    let at = from
    while (this.#text.charCodeAt(at) === SPACE) at++
    return at
  }

  #endsField(code: number): boolean {
    return code === this.#delimiter || code === LINE_FEED || code === RETURN
  }
}

/** How many delimiters most lines have that are whole by themselves: the marks in them are in pairs, and what is within does not count. */
function usualDelimiters(text: string, delimiter: number): number {
  const lines = new Map<number, number>()
  let inLine = 0
  let quotes = 0
  let counted = 0
  for (let at = 0; at <= text.length && counted < LINES_COUNTED; at++) {
    const code = at === text.length ? LINE_FEED : text.charCodeAt(at)
    if (code === delimiter) inLine += quotes % 2 === 0 ? 1 : 0
    else if (code === QUOTE) quotes++
    else if (code === LINE_FEED || code === RETURN) {
      if (inLine > 0 && quotes % 2 === 0) lines.set(inLine, (lines.get(inLine) ?? 0) + 1)
      inLine = 0
      quotes = 0
      counted++
    }
  }
  return [...lines].reduce(
    (best, line) => (line[1] > best[1] || (line[1] === best[1] && line[0] > best[0]) ? line : best),
    [0, 0],
  )[0]
}
