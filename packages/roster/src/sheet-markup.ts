// The one part of a workbook that is large. saxes alone takes eight times as long as inflating it (ADR 21), so its rows are
// scanned here; `sheet-markup.test.ts` holds this against saxes on generated XML. Every search goes forward only: malformed
// input costs no more than its length.

const LT = 60
const GT = 62
const SLASH = 47
const BANG = 33
const QUESTION = 63
const EQUALS = 61
const QUOTE = 34
const APOSTROPHE = 39

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

export interface MarkupListener {
  /** The tag is valid only until this returns. */
  open(name: string, tag: StartTag): void
  close(name: string): void
  /** Whether characters are wanted here; elsewhere they are passed over. */
  wantsText(): boolean
  text(text: string): void
}

/** Where the attributes of one start tag stand, found in the same pass as its end; none is cut out unless it is asked for. */
export class StartTag {
  #xml = ''
  #places: number[] = []
  #count = 0

  /** An attribute by its name, a prefix and all; undefined when the tag has none. */
  attribute(name: string): string | undefined {
    for (let index = 0; index < this.#count; index += 4) {
      const from = this.#places[index] ?? 0
      if ((this.#places[index + 1] ?? 0) - from !== name.length || !this.#xml.startsWith(name, from)) continue
      const value = this.#xml.slice(this.#places[index + 2], this.#places[index + 3])
      return decodeEntities(/[\t\n\r]/.test(value) ? value.replace(/\r\n|[\t\n\r]/g, ' ') : value)
    }
    return undefined
  }

  /** Reads from behind the element's name. Gives where the `>` stands, which may not be inside quotes; -1 when it is still to come. */
  read(xml: string, behindName: number): number {
    this.#xml = xml
    this.#count = 0
    let nameFrom = -1
    let nameTo = -1
    for (let at = behindName; at < xml.length; at++) {
      const code = xml.charCodeAt(at)
      if (code === GT) return at
      if (code === QUOTE || code === APOSTROPHE) {
        const end = indexOfCode(xml, code, at + 1)
        if (end === -1) return -1
        if (nameFrom !== -1) this.#note(nameFrom, nameTo === -1 ? at : nameTo, at + 1, end)
        nameFrom = -1
        nameTo = -1
        at = end
      } else if (code === EQUALS || isBlank(code)) {
        if (nameFrom !== -1 && nameTo === -1) nameTo = at
      } else if (nameFrom === -1 || nameTo !== -1) {
        nameFrom = at
        nameTo = -1
      }
    }
    return -1
  }

  #note(nameFrom: number, nameTo: number, valueFrom: number, valueTo: number): void {
    this.#places[this.#count++] = nameFrom
    this.#places[this.#count++] = nameTo
    this.#places[this.#count++] = valueFrom
    this.#places[this.#count++] = valueTo
  }
}

/** Start tags, end tags and characters of XML that comes in pieces; comments and instructions are passed over. */
export class SheetMarkup {
  readonly #listener: MarkupListener
  readonly #names = new Map<string, string>()
  readonly #tag = new StartTag()
  #pending = ''

  constructor(listener: MarkupListener) {
    this.#listener = listener
  }

  /** How much waits for its end. */
  get waiting(): number {
    return this.#pending.length
  }

  push(piece: string): void {
    const xml = this.#pending === '' ? piece : this.#pending + piece
    let at = 0
    while (at < xml.length) {
      const tag = xml.charCodeAt(at) === LT ? at : indexOfCode(xml, LT, at)
      if (tag !== at && this.#listener.wantsText()) {
        if (tag === -1) break
        this.#listener.text(decodeEntities(normaliseEnds(xml.slice(at, tag))))
      }
      at = tag === -1 ? xml.length : tag
      const end = tag === -1 ? -1 : this.#readMarkup(xml, tag)
      if (end === -1) break
      at = end
    }
    this.#pending = xml.slice(at)
  }

  /** Where the markup that begins here ends; -1 when its end is still to come. */
  #readMarkup(xml: string, tag: number): number {
    const code = xml.charCodeAt(tag + 1)
    if (code === BANG) return this.#skipDeclaration(xml, tag)
    if (code === QUESTION) return behind(xml, '?>', tag + 2)
    if (code === SLASH) {
      const end = indexOfCode(xml, GT, tag + 2)
      if (end !== -1) this.#listener.close(this.#localName(xml, tag + 2, nameEnd(xml, tag + 2)))
      return end === -1 ? -1 : end + 1
    }
    const named = nameEnd(xml, tag + 1)
    const end = this.#tag.read(xml, named)
    if (end === -1) return -1
    const name = this.#localName(xml, tag + 1, named)
    this.#listener.open(name, this.#tag)
    if (xml.charCodeAt(end - 1) === SLASH) this.#listener.close(name)
    return end + 1
  }

  #skipDeclaration(xml: string, tag: number): number {
    if (xml.startsWith('<!--', tag)) return behind(xml, '-->', tag + 4)
    if (xml.startsWith('<![CDATA[', tag)) {
      const end = xml.indexOf(']]>', tag + 9)
      if (end === -1) return -1
      if (this.#listener.wantsText()) this.#listener.text(normaliseEnds(xml.slice(tag + 9, end)))
      return end + 3
    }
    // What this is cannot be told before nine characters of it are there.
    return xml.length - tag < 9 ? -1 : behind(xml, '>', tag)
  }

  /** The few names of a sheet come a hundred thousand times each. */
  #localName(xml: string, from: number, to: number): string {
    if (to - from === 1) {
      const letter = LETTERS[xml.charCodeAt(from) - 97]
      if (letter !== undefined) return letter
    }
    const full = xml.slice(from, to)
    const known = this.#names.get(full)
    if (known !== undefined) return known
    const local = full.slice(full.indexOf(':') + 1)
    if (this.#names.size < 1000) this.#names.set(full, local)
    return local
  }
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')

/** `AB12` → 27; -1 when the reference is none. */
function columnBetween(xml: string, from: number, to: number): number {
  let index = 0
  let at = from
  for (; at < to; at++) {
    const code = xml.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    index = index * 26 + (code - 64)
  }
  return at > from && at - from <= 3 ? index - 1 : -1
}

/** `AB12` → 27; -1 when the reference is none. */
export function columnIndex(reference: string): number {
  return columnBetween(reference, 0, reference.length)
}

/** For what is mostly a few characters away: a call of `indexOf` costs more than those. */
function indexOfCode(xml: string, wanted: number, from: number): number {
  for (let at = from; at < xml.length; at++) if (xml.charCodeAt(at) === wanted) return at
  return -1
}

/** XML 1.0, 2.11: a carriage return in the file is a line feed to the reader. */
function normaliseEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at === -1 ? -1 : at + mark.length
}

function nameEnd(xml: string, from: number): number {
  let at = from
  for (; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (isBlank(code) || code === GT || code === SLASH) break
  }
  return at
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}
