import type { FontProgram, Glyph } from './font-program.ts'
import { refTo } from './pdf-file.ts'
import type { PdfFile } from './pdf-file.ts'

/** Width in ems; `shown` is the operation that shows it. */
export interface SetText {
  shown: string
  width: number
}

/** A font in one file: what is embedded of it grows with what is set. */
export interface PaperFont {
  /** Throws `CannotDraw` for a character that this way of setting cannot draw. */
  set(text: string): SetText
  write(file: PdfFile, number: number): void
}

/** The paper must be typeset instead: it holds what is not drawn character by character. */
export class CannotDraw extends Error {}

const hexCodes = Array.from({ length: 4096 }, (_, code) => code.toString(16).toUpperCase().padStart(4, '0'))

export function paperFont(program: FontProgram): PaperFont {
  const codes = new Map<string, string>()
  const glyphs = [{ character: '', index: 0, width: 1 }]
  const known = new Map<string, SetText>()
  function codeOf(character: string, index: number, width: number): string {
    const code = codes.get(character)
    if (code !== undefined) return code
    const next = hexCodes[glyphs.length]
    if (next === undefined) throw new CannotDraw('too many different characters')
    glyphs.push({ character, index, width })
    codes.set(character, next)
    return next
  }
  function setAnew(text: string): SetText {
    let [shown, width] = ['<', 0]
    let left: Glyph | undefined
    for (const character of text) {
      const glyph = program.glyphOf(character)
      if (!glyph) throw new CannotDraw('a character that is not drawn')
      const moved = left ? program.between(left, glyph) : 0
      if (moved !== 0) {
        shown += `>${Math.round(-moved * 1000)}<`
        width += moved
      }
      shown += codeOf(character, glyph.index, glyph.width)
      width += glyph.width
      left = glyph
    }
    return { shown: `[${shown}>]TJ`, width }
  }
  return {
    set(text) {
      const before = known.get(text)
      if (before) return before
      const line = setAnew(text)
      known.set(text, line)
      return line
    },
    write: (file, number) => writeFont(file, number, program, glyphs),
  }
}

/** A composite font whose codes are places in the embedded part (ISO 32000-1, 9.7.4), with what each of them means. */
function writeFont(
  file: PdfFile,
  number: number,
  program: FontProgram,
  glyphs: readonly { character: string; index: number; width: number }[],
): void {
  const [descendant, descriptor, embedded, meaning] = [file.next(), file.next(), file.next(), file.next()]
  const indices = glyphs.map(({ index }) => index)
  const name = `${tagOf(indices)}+${program.name}`
  const font = program.subset(indices)
  const { box, ascent, descent } = program.metrics
  file.put(
    number,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${refTo(descendant)}]/ToUnicode ${refTo(meaning)}>>`,
  )
  file.put(
    descendant,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${refTo(descriptor)}/DW 1000/CIDToGIDMap/Identity/W[0[${glyphs.map(({ width }) => Math.round(width * 1000)).join(' ')}]]>>`,
  )
  file.put(
    descriptor,
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box.join(' ')}]/ItalicAngle 0/Ascent ${ascent}/Descent ${descent}/CapHeight 733/StemV 80/FontFile2 ${refTo(embedded)}>>`,
  )
  file.stream(embedded, `/Length1 ${font.length}`, font, 'outlines')
  file.stream(meaning, '', Buffer.from(meaningOf(glyphs.map(({ character }) => character)), 'latin1'), 'plain')
}

/** Six letters that tell parts of one font apart, the same for the same part. */
function tagOf(indices: readonly number[]): string {
  let sum = 0
  for (const index of indices) sum = (sum * 31 + index) % 26 ** 6
  return Array.from({ length: 6 }, (_, place) => String.fromCodePoint(65 + (Math.floor(sum / 26 ** place) % 26))).join(
    '',
  )
}

/** No more than this many in one block (Adobe technical note 5014). */
const mostInBlock = 100

function meaningOf(characters: readonly string[]): string {
  const lines = characters.flatMap((character, code) => {
    if (character === '') return []
    const units = Buffer.from(character, 'utf16le').swap16().toString('hex').toUpperCase()
    return [`<${hexCodes[code]}> <${units}>`]
  })
  const blocks: string[] = []
  for (let from = 0; from < lines.length; from += mostInBlock) {
    const block = lines.slice(from, from + mostInBlock)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`)
  }
  return `/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks.join('')}endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n`
}
