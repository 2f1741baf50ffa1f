// Our own thin reader instead of a library: an identifier typed as a number must be seen as the file has it (libraries
// hand out a double), rows must keep the spreadsheet's own numbers, and every unpacked byte must be counted.
import type { Sheet, Workbook } from './cell.ts'
import { FileProblemError } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'
import { dateStyles } from './number-format.ts'
import type { ProgressListener } from './progress.ts'
import { SheetScanner } from './sheet-scanner.ts'
import type { SheetSurroundings } from './sheet-scanner.ts'
import { decodeEscapes, parseXml } from './parse-xml.ts'
import { ZipReader } from './zip-archive.ts'
import type { ZipEntry } from './zip-archive.ts'

interface SheetPart {
  name: string
  hidden: boolean
  entry: ZipEntry
}

type Parts = ReadonlyMap<string, ZipEntry>

/** Reads an archive already known to hold a workbook. */
export function readXlsx(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  fileName: string,
  limits: FileLimits,
  onProgress?: ProgressListener,
): Workbook {
  const parts: Parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const zip = new ZipReader(bytes, limits)
  const workbookPath = findWorkbookPath(zip, parts)
  const workbookXml = readText(zip, parts.get(workbookPath.toLowerCase()))
  if (workbookXml === undefined) throw new FileProblemError('CORRUPT', { part: workbookPath })
  const links = readLinks(zip, parts, workbookPath)
  const { date1904, sheets: listed } = readWorkbookPart(workbookXml)
  const around: SheetSurroundings = {
    sharedStrings: readSharedStrings(readText(zip, linkedPart(parts, links, 'sharedStrings', 'xl/sharedStrings.xml'))),
    dateStyles: readDateStyles(readText(zip, linkedPart(parts, links, 'styles', 'xl/styles.xml'))),
    date1904,
    maxRows: limits.maxRows,
  }
  const sheetParts = linkSheets(listed, links, parts)
  if (sheetParts.length === 0) throw new FileProblemError('CORRUPT', { part: workbookPath })
  const sheets = sheetParts.map((part, index) =>
    readSheet(zip, part, around, (share) => onProgress?.('OPENING', (index + share) / sheetParts.length)),
  )
  return { kind: 'XLSX', fileName, sheets, date1904 }
}

function readSheet(
  zip: ZipReader,
  part: SheetPart,
  around: SheetSurroundings,
  onShare: (share: number) => void,
): Sheet {
  const scanner = new SheetScanner(part.name, part.hidden, around)
  const decoder = xmlDecoder()
  const cut = cutter()
  zip.read(part.entry, (piece, share) => {
    scanner.push(decoder(cut.push(piece)))
    onShare(share)
    return true
  })
  scanner.push(decoder(cut.rest()))
  return scanner.finish()
}

/**
 * Cuts where a tag ends, if it can. The scanner takes any pieces, but a text that had to be joined to the one before is read
 * several times more slowly, character by character.
 */
function cutter() {
  let kept: Uint8Array = new Uint8Array()
  const join = (piece: Uint8Array) => {
    if (kept.length === 0) return piece
    const joined = new Uint8Array(kept.length + piece.length)
    joined.set(kept)
    joined.set(piece, kept.length)
    return joined
  }
  return {
    push(piece: Uint8Array): Uint8Array {
      const end = piece.lastIndexOf(62) + 1
      const whole = end === 0 ? join(piece) : join(piece.subarray(0, end))
      kept = end === 0 ? new Uint8Array() : piece.slice(end)
      return whole
    },
    rest: () => kept,
  }
}

/** Parts are UTF-8 by the standard's habit; UTF-16 with its mark is allowed (ECMA-376 part 2, 8.1.4). */
function xmlDecoder(): (piece: Uint8Array) => string {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  return (piece) => {
    decoder ??= new TextDecoder(
      piece[0] === 0xff && piece[1] === 0xfe
        ? 'utf-16le'
        : piece[0] === 0xfe && piece[1] === 0xff
          ? 'utf-16be'
          : 'utf-8',
    )
    return decoder.decode(piece, { stream: true })
  }
}

function readText(zip: ZipReader, entry: ZipEntry | undefined): string | undefined {
  if (entry === undefined) return undefined
  const decode = xmlDecoder()
  let text = ''
  zip.read(entry, (piece) => {
    text += decode(piece)
    return true
  })
  return text
}

interface Link {
  id: string
  type: string
  target: string
}

function findWorkbookPath(zip: ZipReader, parts: Parts): string {
  const rels = readText(zip, parts.get('_rels/.rels')) ?? ''
  const main = parseLinks(rels, '').find((link) => link.type === 'officeDocument')
  return main?.target ?? 'xl/workbook.xml'
}

function readLinks(zip: ZipReader, parts: Parts, ofPart: string): Link[] {
  const slash = ofPart.lastIndexOf('/')
  const folder = ofPart.slice(0, slash + 1)
  const rels = readText(zip, parts.get(`${folder}_rels/${ofPart.slice(slash + 1)}.rels`.toLowerCase())) ?? ''
  return parseLinks(rels, folder)
}

function parseLinks(xml: string, folder: string): Link[] {
  const links: Link[] = []
  parseXml(xml, {
    open(name, attribute) {
      if (name !== 'Relationship') return
      links.push({
        id: attribute('Id') ?? '',
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

function linkedPart(parts: Parts, links: readonly Link[], type: string, usualPath: string): ZipEntry | undefined {
  const target = links.find((link) => link.type === type)?.target ?? usualPath
  return parts.get(target.toLowerCase())
}

interface ListedSheet {
  name: string
  hidden: boolean
  link: string
}

function readWorkbookPart(xml: string) {
  const sheets: ListedSheet[] = []
  let date1904 = false
  parseXml(xml, {
    open(name, attribute) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const hidden = (attribute('state') ?? 'visible') !== 'visible'
      sheets.push({ name: decodeEscapes(attribute('name') ?? ''), hidden, link: attribute('id') ?? '' })
    },
  })
  return { date1904, sheets }
}

function linkSheets(listed: readonly ListedSheet[], links: readonly Link[], parts: Parts): SheetPart[] {
  return listed.flatMap(({ name, hidden, link: id }) => {
    const link = links.find((candidate) => candidate.id === id)
    // Chart sheets and macro sheets hold no cells.
    const entry = link?.type === 'worksheet' ? parts.get(link.target.toLowerCase()) : undefined
    return entry === undefined ? [] : [{ name, hidden, entry }]
  })
}

/** Runs of rich text joined, phonetic readings (rPh) left out. */
function readSharedStrings(xml: string | undefined): string[] {
  const strings: string[] = []
  let item = ''
  let readings = 0
  let inText = false
  parseXml(xml ?? '', {
    open(name) {
      if (name === 'si') item = ''
      else if (name === 'rPh') readings++
      else if (name === 't') inText = readings === 0
    },
    text(text) {
      if (inText) item += text
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') readings--
      else if (name === 'si') strings.push(decodeEscapes(item))
    },
  })
  return strings
}

function readDateStyles(xml: string | undefined): boolean[] {
  const custom = new Map<number, string>()
  const ids: number[] = []
  let inFormats = false
  parseXml(xml ?? '', {
    open(name, attribute) {
      if (name === 'numFmt') custom.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'cellXfs') inFormats = true
      else if (name === 'xf' && inFormats) ids.push(Number(attribute('numFmtId') ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inFormats = false
    },
  })
  return dateStyles(ids, custom)
}
