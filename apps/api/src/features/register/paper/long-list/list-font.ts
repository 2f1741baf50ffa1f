import { readFileSync } from 'node:fs'
import { CustomFontSubsetEmbedder } from '@cantoo/pdf-lib'
import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import { create } from 'fontkit'
import type { Font } from 'fontkit'

/** Width in ems. */
export interface Line {
  /** The operation that shows it: glyphs as numbers of the embedded part, and how far two letters move together. */
  shown: string
  width: number
}

/** Of one file: the part of the font that is embedded grows with what is set. */
export interface FontInFile {
  set(text: string): Line
  embed(context: PDFContext, ref: PDFRef): Promise<PDFRef>
}

/** A font of the printed forms, opened once; what is known of a character is remembered, as the library works it out anew each time. */
export interface ListFont {
  has(character: string): boolean
  widthOf(character: string): number
  inFile(): Promise<FontInFile>
}

/** Letters move together, which the font says; Han characters, digits and signs of a list do not. */
const letter = /\p{Script=Latin}/u

export function openListFont(file: string): ListFont {
  const data = readFileSync(file)
  const font = openFont(data, file)
  const em = font.unitsPerEm
  const widths = new Map<string, number>()
  function widthOf(character: string): number {
    const known = widths.get(character)
    if (known !== undefined) return known
    const width = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / em
    widths.set(character, width)
    return width
  }
  return {
    has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    widthOf,
    inFile: async () => inFile(font, await CustomFontSubsetEmbedder.for({ create: () => font }, data), widthOf),
  }
}

function openFont(data: Buffer, file: string): Font {
  const font = create(data)
  if ('fonts' in font) throw new Error(`${file} holds more than one font`)
  return font
}

function inFile(font: Font, embedder: CustomFontSubsetEmbedder, widthOf: ListFont['widthOf']): FontInFile {
  const codes = new Map<string, string>()
  const lines = new Map<string, Line>()
  function codeOf(character: string): string {
    const known = codes.get(character) ?? embedder.encodeText(character).asString()
    codes.set(character, known)
    return known
  }
  function plain(text: string): Line {
    let [shown, width] = ['', 0]
    for (const character of text) {
      shown += codeOf(character)
      width += widthOf(character)
    }
    return { shown: `<${shown}>Tj`, width }
  }
  function shaped(text: string): Line {
    const { glyphs, positions, advanceWidth } = font.layout(text)
    const glyphCodes = embedder.encodeText(text).asString().match(/.{4}/g) ?? []
    const moved = (index: number) => (glyphs[index]?.advanceWidth ?? 0) - (positions[index]?.xAdvance ?? 0)
    const parts = glyphCodes.map((code, index) => `<${code}>${(moved(index) * 1000) / font.unitsPerEm || ''}`)
    return { shown: `[${parts.join('').replaceAll('><', '')}]TJ`, width: advanceWidth / font.unitsPerEm }
  }
  return {
    set(text) {
      const line = lines.get(text) ?? (letter.test(text) ? shaped(text) : plain(text))
      lines.set(text, line)
      return line
    },
    embed: (context, ref) => embedder.embedIntoContext(context, ref),
  }
}
