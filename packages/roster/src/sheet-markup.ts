// The one part of a workbook that is large. saxes alone takes eight times as long as inflating it (ADR 21), so its rows are
// scanned here; `sheet-markup.test.ts` holds this against saxes on generated XML. Every search goes forward only: malformed
// input costs no more than its length.

const [GT, SLASH, BANG, QUESTION, EQUALS, QUOTE, APOSTROPHE] = [62, 47, 33, 63, 61, 34, 39]

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
  /** Where in `xml` the tag's attributes stand; they are looked at only where they are asked for. */
  open(name: string, xml: string, from: number, to: number): void
  close(name: string): void
  /** Whether characters are wanted here; elsewhere they are passed over. */
  wantsText(): boolean
  text(text: string): void
}

/** Start tags, end tags and characters of XML that comes in pieces; comments and instructions are passed over. */
export class SheetMarkup {
  readonly #listener: MarkupListener
  readonly #names = new Map<string, string>()
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
      const tag = xml.indexOf('<', at)
      if (tag !== at && this.#listener.wantsText()) {
        if (tag === -1) break
        this.#listener.text(decodeEntities(normaliseEnds(xml.slice(at, tag))))
      }
      if (tag === -1) {
        at = xml.length
        break
      }
      at = tag
      const end = this.#readMarkup(xml, tag)
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
      const end = xml.indexOf('>', tag + 2)
      if (end !== -1) this.#listener.close(this.#localName(xml, tag + 2, nameEnd(xml, tag + 2)))
      return end === -1 ? -1 : end + 1
    }
    const end = tagEnd(xml, tag + 1)
    if (end === -1) return -1
    const named = nameEnd(xml, tag + 1)
    const name = this.#localName(xml, tag + 1, named)
    const isEmpty = xml.charCodeAt(end - 1) === SLASH
    this.#listener.open(name, xml, named, isEmpty ? end - 1 : end)
    if (isEmpty) this.#listener.close(name)
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
    const full = xml.slice(from, to)
    const known = this.#names.get(full)
    if (known !== undefined) return known
    const local = full.slice(full.indexOf(':') + 1)
    if (this.#names.size < 1000) this.#names.set(full, local)
    return local
  }
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

/** The `>` that ends a start tag: one inside quotes does not. */
function tagEnd(xml: string, from: number): number {
  let end = xml.indexOf('>', from)
  let at = from
  while (end !== -1) {
    let open = 0
    for (; at < end; at++) {
      const code = xml.charCodeAt(at)
      if (code !== QUOTE && code !== APOSTROPHE) continue
      open = code
      break
    }
    if (open === 0) return end
    const closing = xml.indexOf(open === QUOTE ? '"' : "'", at + 1)
    if (closing === -1) return -1
    at = closing + 1
    if (closing > end) end = xml.indexOf('>', at)
  }
  return -1
}

/** An attribute by its name, a prefix and all; undefined when the tag has none. */
export function attributeAt(xml: string, from: number, to: number, name: string): string | undefined {
  let at = from
  while (at < to) {
    while (at < to && isBlank(xml.charCodeAt(at))) at++
    const start = at
    while (at < to && xml.charCodeAt(at) !== EQUALS && !isBlank(xml.charCodeAt(at))) at++
    const isWanted = at - start === name.length && xml.startsWith(name, start)
    while (at < to && xml.charCodeAt(at) !== QUOTE && xml.charCodeAt(at) !== APOSTROPHE) at++
    const end = at < to ? xml.indexOf(xml.charCodeAt(at) === QUOTE ? '"' : "'", at + 1) : -1
    if (end === -1 || end >= to) return undefined
    if (isWanted) return decodeEntities(xml.slice(at + 1, end).replace(/[\t\n\r]/g, ' '))
    at = end + 1
  }
  return undefined
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}
