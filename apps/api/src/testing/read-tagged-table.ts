import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'

export interface TaggedTable {
  /** Of each row, the part of the table it stands in. */
  parts: string[]
  /** Kind and text of each cell, in the order of the structure: what a screen reader reads out. */
  rows: { kind: string; text: string }[][]
  /** Kinds of what stands before the table. */
  before: string[]
}

const key = (name: string) => PDFName.of(name)

/**
 * Goes the way of a screen reader: from one of the structure's tables, the last unless told otherwise, to rows, cells, marked content,
 * glyphs and their meaning.
 */
export async function readTaggedTable(pdf: Uint8Array, which = -1): Promise<TaggedTable> {
  const { context, catalog } = await PDFDocument.load(pdf, { updateMetadata: false })
  const root = catalog.lookup(key('StructTreeRoot'), PDFDict)
  const kidsOf = (element: PDFDict) => element.lookup(key('K'), PDFArray).asArray()
  const dict = (object: PDFObject | undefined) => context.lookup(object, PDFDict)
  const kindOf = (element: PDFDict) => element.lookup(key('S'), PDFName).decodeText()

  const top = kidsOf(dict(kidsOf(root)[0])).map(dict)
  const table = top.filter((element) => kindOf(element) === 'Table').at(which)
  if (!table || (which === -1 && table !== top.at(-1))) throw new Error('the structure does not end with a table')
  const texts = new Map<PDFDict, Map<number, string>>()
  const textOf = (cell: PDFDict): string => {
    const page = cell.lookupMaybe(key('Pg'), PDFDict)
    if (!page) return ''
    const known = texts.get(page) ?? textsOf(page)
    texts.set(page, known)
    const kid = cell.lookup(key('K'))
    const number = (kid instanceof PDFArray ? kid.lookup(0, PDFNumber) : cell.lookup(key('K'), PDFNumber)).asNumber()
    const parents = root.lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray).asArray()
    const entry = parents.findIndex(
      (value, index) => index % 2 === 0 && String(value) === String(page.get(key('StructParents'))),
    )
    if (dict(context.lookup(parents[entry + 1], PDFArray).get(number)) !== cell) return 'does not lead back to its cell'
    return known.get(number) ?? 'is not drawn'
  }
  const parts = kidsOf(table).map(dict)
  const rows = parts.flatMap((part) =>
    kidsOf(part).map((row) => ({ part: kindOf(part), cells: kidsOf(dict(row)).map(dict) })),
  )
  return {
    before: top.slice(0, top.indexOf(table)).map(kindOf),
    parts: rows.map(({ part }) => part),
    rows: rows.map(({ cells }) => cells.map((cell) => ({ kind: kindOf(cell), text: textOf(cell) }))),
  }
}

/** What is drawn last on a page, by the number it is marked with. */
function textsOf(page: PDFDict): Map<number, string> {
  const contents = page.lookup(key('Contents'), PDFArray)
  const drawn = inflated(contents.lookup(contents.size() - 1))
  const fonts = page.lookup(key('Resources'), PDFDict).lookup(key('Font'), PDFDict)
  const meanings = new Map<string, Map<string, string>>()
  const texts = new Map<number, string>()
  let [font, number]: [string, number | undefined] = ['', undefined]
  for (const line of drawn.split('\n')) {
    font = /^\/(L\d) [\d.]+ Tf/.exec(line)?.[1] ?? font
    const opened = /<<\/MCID (\d+)(?:\/Lang\(\w+\))?>>BDC$/.exec(line)?.[1]
    if (opened !== undefined) number = Number(opened)
    else if (line.endsWith('EMC')) number = undefined
    else if (number !== undefined && /T[jJ]$/.test(line)) {
      const known = meanings.get(font) ?? meaningsOf(fonts.lookup(key(font), PDFDict))
      meanings.set(font, known)
      const text = [...line.matchAll(/<(\w+)>/g)].map(([, codes]) => decode(codes ?? '', known)).join('')
      const before = texts.get(number)
      texts.set(number, before === undefined ? text : `${before}|${text}`)
    }
  }
  return texts
}

function meaningsOf(font: PDFDict): Map<string, string> {
  const lines = inflated(font.lookup(key('ToUnicode'))).matchAll(/^<(\w{4})> <(\w+)>$/gm)
  return new Map(
    [...lines].map(([, code, units]) => [
      code ?? '',
      Buffer.from(units ?? '', 'hex')
        .swap16()
        .toString('utf16le'),
    ]),
  )
}

const decode = (codes: string, meanings: Map<string, string>) =>
  (codes.match(/.{4}/g) ?? []).map((code) => meanings.get(code) ?? '\ufffd').join('')

function inflated(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('not a stream')
  const packed = stream.getContents()
  return Buffer.from(stream.dict.has(key('Filter')) ? inflateSync(packed) : packed).toString('latin1')
}
