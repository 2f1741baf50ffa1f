// The small parts of a workbook: what leads where, which sheets there are, what its texts and looks are.
import type { Cell } from './cell.ts'
import { FileProblemError } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'
import { numberStyles } from './number-format.ts'
import type { NumberStyle } from './number-format.ts'
import { decodeEscapes, XmlReader } from './parse-xml.ts'
import type { XmlListener } from './parse-xml.ts'
import { SheetMarkup } from './sheet-markup.ts'
import type { ZipEntry } from './zip-archive.ts'
import type { ZipReader } from './zip-reader.ts'

export type Parts = ReadonlyMap<string, ZipEntry>

export interface Link {
  type: string
  target: string
}

export type Links = ReadonlyMap<string, Link>

/** A part through a listener, piece by piece; one that is not there says nothing. */
function readPart(zip: ZipReader, entry: ZipEntry | undefined, listener: XmlListener): void {
  if (entry === undefined) return
  const reader = new XmlReader(listener)
  zip.readText(entry, (piece) => reader.push(piece))
  reader.end()
}

export function findWorkbookPath(zip: ZipReader, parts: Parts): string {
  const links = readLinksPart(zip, parts.get('_rels/.rels'), '')
  for (const { type, target } of links.values()) if (type === 'officeDocument') return target
  return 'xl/workbook.xml'
}

/** By their ids. */
export function readLinks(zip: ZipReader, parts: Parts, ofPart: string): Links {
  const slash = ofPart.lastIndexOf('/')
  const folder = ofPart.slice(0, slash + 1)
  return readLinksPart(zip, parts.get(`${folder}_rels/${ofPart.slice(slash + 1)}.rels`.toLowerCase()), folder)
}

function readLinksPart(zip: ZipReader, entry: ZipEntry | undefined, folder: string): Links {
  const links = new Map<string, Link>()
  readPart(zip, entry, {
    open(name, attribute) {
      if (name !== 'Relationship') return
      links.set(attribute('Id') ?? '', {
        type: (attribute('Type') ?? '').split('/').pop() ?? '',
        target: resolvePath(folder, attribute('Target') ?? ''),
      })
    },
  })
  return links
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

export function linkedPart(parts: Parts, links: Links, type: string, usualPath: string): ZipEntry | undefined {
  for (const link of links.values()) if (link.type === type) return parts.get(link.target.toLowerCase())
  return parts.get(usualPath.toLowerCase())
}

export interface ListedSheet {
  name: string
  hidden: boolean
  link: string
}

export function readWorkbookPart(zip: ZipReader, entry: ZipEntry) {
  const sheets: ListedSheet[] = []
  let date1904 = false
  readPart(zip, entry, {
    open(name, attribute) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const hidden = (attribute('state') ?? 'visible') !== 'visible'
      sheets.push({
        name: decodeEscapes(attribute('name') ?? ''),
        hidden,
        link: attribute('r:id') ?? attribute('id') ?? '',
      })
    },
  })
  return { date1904, sheets }
}

/**
 * The texts that cells share: runs of rich text joined, phonetic readings (rPh) left out. One cell for each text, so that what is
 * found out about it is found out once, however many name it.
 */
export function readSharedStrings(zip: ZipReader, entry: ZipEntry | undefined, limits: FileLimits): Cell[] {
  const cells: Cell[] = []
  if (entry === undefined) return cells
  let item = ''
  let characters = 0
  let readings = 0
  let inText = false
  let inItem = false
  const markup = new SheetMarkup({
    open(name) {
      if (name === 'si') {
        // Two texts in one would move all that follow, and with them everybody's cells.
        if (inItem) throw new FileProblemError('CORRUPT', { part: entry.name })
        inItem = true
        item = ''
      } else if (name === 'rPh') readings++
      else if (name === 't') inText = readings === 0
    },
    wantsText: () => inText,
    text(text) {
      item += text
      characters += text.length
      if (characters > limits.maxCharacters) throw new FileProblemError('TOO_MUCH_CONTENT', { sheet: '', row: 0 })
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') readings--
      else if (name === 'si') {
        inItem = false
        cells.push({ kind: 'text', text: decodeEscapes(item) })
      }
    },
  })
  zip.readText(entry, (piece) => {
    markup.push(piece)
    if (markup.waiting > limits.maxCharacters) throw new FileProblemError('CORRUPT', { part: entry.name })
  })
  return cells
}

/** By the style a cell names, how it shows a number. */
export function readNumberStyles(zip: ZipReader, entry: ZipEntry | undefined): NumberStyle[] {
  const custom = new Map<number, string>()
  const ids: number[] = []
  let inFormats = false
  readPart(zip, entry, {
    open(name, attribute) {
      if (name === 'numFmt') custom.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'cellXfs') inFormats = true
      else if (name === 'xf' && inFormats) ids.push(Number(attribute('numFmtId') ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inFormats = false
    },
  })
  return numberStyles(ids, custom)
}
