// Nearly every cell of every file stands in one of a few forms. Those are read from the bytes themselves: no text is made of what
// is no cell, and the same word in a column is the same cell each time. Whatever else comes is left to `sheet-markup.ts`.
import { kindOf, PlainRow, plainTypes } from './plain-row.ts'
import type { PlainTarget } from './plain-row.ts'

const LT = 60
const GT = 62
const SLASH = 47
const QUOTE = 34
const EQUALS = 61
const SPACE = 32
const AMPERSAND = 38
const RETURN = 13
const LETTER_C = 99

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const ROW = ascii('<row')
const ROW_END = ascii('</row>')
const KEPT_INLINE = ascii('><is><t xml:space="preserve">')
/** Four bytes at a time. */
const four = (text: string) => new DataView(ascii(text).buffer).getInt32(0)
const VALUE = four('><v>')
const [END_OF_V, END_OF_C] = [four('</v>'), four('</c>')]
const VALUE_END_LENGTH = 8
const [IS_FIRST, IS_SECOND] = [four('><is'), four('><t>')]
const [END_OF_T, END_OF_IS, END_OF_IS_C] = [four('</t>'), four('</is'), four('></c')]
const INLINE_END_LENGTH = 13
const TYPES = plainTypes.map((type) => ({ type, bytes: ascii(type) }))
const NUMBER = 0
const INLINE_TYPE = 5

/** How far from the end of the bytes nothing is tried: no form has to ask whether it is there as a whole. */
const MARGIN = 64

export class PlainCells {
  readonly #target: PlainTarget
  readonly #row: PlainRow
  #bytes: Uint8Array = new Uint8Array()
  #view: DataView = new DataView(new ArrayBuffer(0))
  #at = 0

  constructor(target: PlainTarget) {
    this.#target = target
    this.#row = new PlainRow(target)
  }

  /** Reads rows and cells from here on; gives where something stands that is not in one of the usual forms. */
  read(bytes: Uint8Array, from: number): number {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    }
    this.#at = from
    while (this.#at + MARGIN < bytes.length && this.#readOne());
    this.#row.place()
    return this.#at
  }

  #readOne(): boolean {
    const bytes = this.#bytes
    let at = this.#at
    while (isBlank(bytes[at]!)) at++
    if (bytes[at] !== LT) return false
    const next = bytes[at + 1]
    if (next === LETTER_C) return this.#target.mayBeginCell && this.#readCell(at + 2)
    if (next === SLASH) return this.#readRowEnd(at)
    return this.#target.mayBeginRow && this.#readRow(at)
  }

  #readRowEnd(at: number): boolean {
    if (!this.#target.mayBeginCell || !this.#has(ROW_END, at)) return false
    this.#at = at + ROW_END.length
    this.#row.place()
    this.#target.endRow()
    return true
  }

  #readRow(from: number): boolean {
    if (!this.#has(ROW, from)) return false
    const bytes = this.#bytes
    let at = from + ROW.length
    let row = 0
    let hidden = false
    while (bytes[at] === SPACE) {
      const name = at + 1
      at = this.#nameEnd(name)
      if (bytes[at] !== EQUALS || bytes[at + 1] !== QUOTE) return false
      const value = at + 2
      const length = at - name
      at = this.#valueEnd(value)
      if (at === -1) return false
      // Of all attributes these two are read: `r`, and `hidden`, which is the only one of six letters that begins so.
      if (length === 1 && bytes[name] === 114) {
        row = this.#wholeNumber(value, at)
        if (row < 1) return false
      } else if (length === 6 && bytes[name] === 104 && bytes[name + 1] === 105)
        hidden = bytes[value] === 49 || bytes[value] === 116
      at++
    }
    if (bytes[at] !== GT) return false
    this.#at = at + 1
    this.#target.beginRow(row, hidden)
    return true
  }

  /** Attributes r, s and t, then one value or one text, or nothing. */
  #readCell(from: number): boolean {
    const bytes = this.#bytes
    let at = from
    let column = -1
    let style = 0
    let type = NUMBER
    while (bytes[at] === SPACE) {
      const name = bytes[at + 1]
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return false
      const value = at + 4
      if (name === 114) {
        column = 0
        at = value
        for (; bytes[at]! >= 65 && bytes[at]! <= 90; at++) column = column * 26 + bytes[at]! - 64
        if (at === value || at - value > 3) return false
        column--
        while (bytes[at]! >= 48 && bytes[at]! <= 57) at++
      } else if (name === 115) {
        at = value
        style = 0
        for (; bytes[at]! >= 48 && bytes[at]! <= 57; at++) style = style * 10 + bytes[at]! - 48
      } else if (name === 116) {
        type = this.#typeAt(value)
        if (type === -1) return false
        at = value + TYPES[type]!.bytes.length
      } else return false
      if (bytes[at] !== QUOTE) return false
      at++
    }
    if (bytes[at] === SLASH && bytes[at + 1] === GT) {
      this.#at = at + 2
      this.#row.add(column, undefined)
      return true
    }
    return this.#readContent(at, column, type, style)
  }

  #readContent(at: number, column: number, type: number, style: number): boolean {
    const bytes = this.#bytes
    const isInline = type === INLINE_TYPE
    const from = isInline ? this.#inlineStart(at) : this.#view.getInt32(at) === VALUE ? at + 4 : -1
    if (from === -1) return false
    // The kind of cell is part of what is known.
    const kind = kindOf(type, type === NUMBER && style > 0 ? this.#target.styleOf(style) : 'PLAIN')
    const last = bytes.length - MARGIN / 2
    let hash = kind
    let to = from
    for (; to < last; to++) {
      const byte = bytes[to]!
      if (byte === LT) break
      if (byte === AMPERSAND || byte === RETURN) return false
      hash = (Math.imul(hash, 31) + byte) | 0
    }
    if (to >= last || !(isInline ? this.#endsInline(to) : this.#endsValue(to))) return false
    this.#at = to + (isInline ? INLINE_END_LENGTH : VALUE_END_LENGTH)
    if (from === to) this.#row.add(column, undefined)
    else this.#row.addText(bytes, from, to, column, hash, kind, style)
    return true
  }

  #inlineStart(at: number): number {
    const view = this.#view
    if (view.getInt32(at) !== IS_FIRST || view.getInt32(at + 4) !== IS_SECOND) {
      return this.#has(KEPT_INLINE, at) ? at + KEPT_INLINE.length : -1
    }
    return at + 8
  }

  #endsValue(at: number): boolean {
    return this.#view.getInt32(at) === END_OF_V && this.#view.getInt32(at + 4) === END_OF_C
  }

  #endsInline(at: number): boolean {
    const view = this.#view
    return (
      view.getInt32(at) === END_OF_T &&
      view.getInt32(at + 4) === END_OF_IS &&
      view.getInt32(at + 8) === END_OF_IS_C &&
      this.#bytes[at + 12] === GT
    )
  }

  #typeAt(from: number): number {
    const bytes = this.#bytes
    switch (bytes[from]) {
      case 115:
        return bytes[from + 1] === QUOTE ? 1 : this.#has(TYPES[2]!.bytes, from) ? 2 : -1
      case 105:
        return this.#has(TYPES[INLINE_TYPE]!.bytes, from) ? INLINE_TYPE : -1
      case 110:
        return NUMBER
      case 98:
        return 3
      case 101:
        return 4
      default:
        return -1
    }
  }

  #has(pattern: Uint8Array, at: number): boolean {
    const bytes = this.#bytes
    for (let index = 0; index < pattern.length; index++) if (bytes[at + index] !== pattern[index]) return false
    return true
  }

  #nameEnd(from: number): number {
    let at = from
    while (isNameByte(this.#bytes[at]!)) at++
    return at
  }

  #valueEnd(from: number): number {
    const bytes = this.#bytes
    for (let at = from; at < bytes.length; at++) {
      if (bytes[at] === QUOTE) return at
      if (bytes[at] === AMPERSAND || bytes[at] === LT || bytes[at]! >= 0x80) return -1
    }
    return -1
  }

  /** -1 for what is none, or longer than any row's number. */
  #wholeNumber(from: number, to: number): number {
    if (to === from || to - from > 7) return -1
    let value = 0
    for (let at = from; at < to; at++) {
      const digit = this.#bytes[at]! - 48
      if (digit < 0 || digit > 9) return -1
      value = value * 10 + digit
    }
    return value
  }
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === 10 || byte === RETURN || byte === 9
}

function isNameByte(byte: number): boolean {
  return (
    (byte >= 97 && byte <= 122) ||
    (byte >= 65 && byte <= 90) ||
    byte === 58 ||
    byte === 45 ||
    byte === 46 ||
    (byte >= 48 && byte <= 57) ||
    byte === 95
  )
}
