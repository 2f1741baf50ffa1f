import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import type { Font } from 'fontkit'
import { kindOf, spaceBetween } from './character-kinds.ts'
import type { CharacterKind } from './character-kinds.ts'

/** What a character is drawn as; width in ems. */
export interface Glyph {
  character: string
  index: number
  width: number
  kind: CharacterKind
  /** Of Latin and the marks that go with it: how far what follows moves, as far as it was asked for. */
  kerning: Map<string, number> | undefined
}

/** A TrueType font of the printed forms, read once. All it remembers grows to the characters that it has, and no further. */
export interface FontProgram {
  name: string
  /** Undefined for what the font lacks, and for characters that change beside others. */
  glyphOf(character: string): Glyph | undefined
  /** How far two characters that follow each other move apart, in ems; negative is nearer. */
  between(left: Glyph, right: Glyph): number
  /** A font of these glyphs alone, in this order; the first is the one for what is missing. */
  subset(indices: readonly number[]): Buffer
  metrics: { box: readonly number[]; ascent: number; descent: number }
}

export function openFontProgram(file: string): FontProgram {
  const data = readFileSync(file)
  const font = openFont(data, file)
  const em = font.unitsPerEm
  const tables = readTables(data)
  const glyphs = new Map<string, Glyph | null>()
  function find(character: string): Glyph | null {
    const code = character.codePointAt(0) ?? 0
    const kind = kindOf(character)
    if (kind === undefined || !font.hasGlyphForCodePoint(code)) return null
    const { id, advanceWidth } = font.glyphForCodePoint(code)
    const kerning = code > 0x20 && code < 0x250 ? new Map<string, number>() : undefined
    return { character, index: id, width: advanceWidth / em, kind, kerning }
  }
  return {
    name: font.postscriptName,
    metrics: {
      box: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY],
      ascent: font.ascent,
      descent: font.descent,
    },
    glyphOf(character) {
      const known = glyphs.get(character)
      if (known !== undefined) return known ?? undefined
      const found = find(character)
      // What it lacks is not kept: there is no end to that.
      if (found) glyphs.set(character, found)
      return found ?? undefined
    },
    between(left, right) {
      if (!left.kerning || !right.kerning) return spaceBetween(left.kind, right.kind)
      const known = left.kerning.get(right.character)
      if (known !== undefined) return known
      const { glyphs: two, positions } = font.layout(left.character + right.character)
      const moved = two.length === 2 ? ((positions[0]?.xAdvance ?? 0) - (two[0]?.advanceWidth ?? 0)) / em : 0
      left.kerning.set(right.character, moved)
      return moved
    },
    subset: (indices) => writeSubset(data, tables, indices),
  }
}

function openFont(data: Buffer, file: string): Font {
  const font = create(data)
  if ('fonts' in font) throw new Error(`${file} holds more than one font`)
  return font
}

type Tables = Readonly<Record<'head' | 'hhea' | 'hmtx' | 'maxp' | 'loca' | 'glyf', Buffer>> & {
  prep: Buffer | undefined
}

function readTables(data: Buffer): Tables {
  const found = new Map<string, Buffer>()
  for (let index = 0; index < data.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16
    const offset = data.readUInt32BE(at + 8)
    found.set(data.toString('latin1', at, at + 4), data.subarray(offset, offset + data.readUInt32BE(at + 12)))
  }
  const table = (name: string): Buffer => {
    const bytes = found.get(name)
    if (!bytes) throw new Error(`the font has no table ${name}`)
    return bytes
  }
  const tables = {
    head: table('head'),
    hhea: table('hhea'),
    hmtx: table('hmtx'),
    maxp: table('maxp'),
    loca: table('loca'),
    glyf: table('glyf'),
    prep: found.get('prep'),
  }
  // Offsets of four bytes, and a width for every glyph: so it is in both of ours.
  if (tables.head.readInt16BE(50) !== 1 || tables.hhea.readUInt16BE(34) !== tables.maxp.readUInt16BE(4))
    throw new Error('the font keeps its glyphs in another way')
  return tables
}

/** A glyph that is composed of others would need those, too; the forms' fonts have none. */
function glyphData({ loca, glyf }: Tables, index: number): Buffer {
  const glyph = glyf.subarray(loca.readUInt32BE(index * 4), loca.readUInt32BE(index * 4 + 4))
  if (glyph.length > 0 && glyph.readInt16BE(0) < 0) throw new Error('the font composes glyphs of others')
  return glyph
}

function writeSubset(data: Buffer, tables: Tables, all: readonly number[]): Buffer {
  const glyphs = all.map((index) => glyphData(tables, index))
  const loca = Buffer.alloc((all.length + 1) * 4)
  const hmtx = Buffer.alloc(all.length * 4)
  let length = 0
  for (const [place, glyph] of glyphs.entries()) {
    loca.writeUInt32BE(length, place * 4)
    length += (glyph.length + 3) & ~3
    tables.hmtx.copy(hmtx, place * 4, (all[place] ?? 0) * 4, (all[place] ?? 0) * 4 + 4)
  }
  loca.writeUInt32BE(length, all.length * 4)
  const glyf = Buffer.alloc(length)
  for (const [place, glyph] of glyphs.entries()) glyph.copy(glyf, loca.readUInt32BE(place * 4))
  const head = Buffer.from(tables.head)
  head.writeUInt32BE(0, 8)
  const [hhea, maxp] = [Buffer.from(tables.hhea), Buffer.from(tables.maxp)]
  hhea.writeUInt16BE(all.length, 34)
  maxp.writeUInt16BE(all.length, 4)
  return joinTables(data, {
    glyf,
    head,
    hhea,
    hmtx,
    loca,
    maxp,
    ...(tables.prep && { prep: tables.prep }),
  })
}

/** In the order of their names, each at a multiple of four, as the format has it. */
function joinTables(data: Buffer, tables: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tables)
  const begin = 12 + entries.length * 16
  const length = entries.reduce((sum, [, table]) => sum + ((table.length + 3) & ~3), begin)
  const file = Buffer.alloc(length)
  data.copy(file, 0, 0, 4)
  const power = Math.floor(Math.log2(entries.length))
  file.writeUInt16BE(entries.length, 4)
  file.writeUInt16BE(16 * 2 ** power, 6)
  file.writeUInt16BE(power, 8)
  file.writeUInt16BE(16 * (entries.length - 2 ** power), 10)
  let at = begin
  let [head, sum] = [0, 0]
  for (const [index, [name, table]] of entries.entries()) {
    table.copy(file, at)
    if (name === 'head') head = at
    const end = at + ((table.length + 3) & ~3)
    file.write(name, 12 + index * 16, 'latin1')
    const ofTable = checksum(file, at, end)
    sum += ofTable
    file.writeUInt32BE(ofTable, 16 + index * 16)
    file.writeUInt32BE(at, 20 + index * 16)
    file.writeUInt32BE(table.length, 24 + index * 16)
    at = end
  }
  file.writeUInt32BE((0xb1b0afba - sum - checksum(file, 0, begin)) >>> 0, head + 8)
  return file
}

function checksum(bytes: Buffer, from: number, to: number): number {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sum = 0
  for (let at = from; at < to; at += 4) sum = (sum + words.getUint32(at)) >>> 0
  return sum
}
