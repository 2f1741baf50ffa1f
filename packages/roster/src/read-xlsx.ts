// Our own thin reader instead of a library: an identifier typed as a number must be seen as the file has it (libraries
// hand out a double), rows must keep the spreadsheet's own numbers, and every unpacked byte must be counted.
import type { Sheet, Workbook } from './cell.ts'
import { FileProblemError } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'
import { dateStyles } from './number-format.ts'
import type { ProgressListener } from './progress.ts'
import { SheetScanner } from './sheet-scanner.ts'
import type { SheetSurroundings } from './sheet-scanner.ts'
import { attribute, elementPrefix, elements, nextElement, stringItemText } from './xml-scan.ts'
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
  const prefix = elementPrefix(workbookXml, 'workbook')
  const properties = nextElement(workbookXml, `${prefix}workbookPr`, 0)
  const date1904 = /^(1|true)$/.test(attribute(properties?.tag ?? '', 'date1904') ?? '')
  const around: SheetSurroundings = {
    sharedStrings: readSharedStrings(readText(zip, linkedPart(parts, links, 'sharedStrings', 'xl/sharedStrings.xml'))),
    dateStyles: readDateStyles(readText(zip, linkedPart(parts, links, 'styles', 'xl/styles.xml'))),
    date1904,
    maxRows: limits.maxRows,
  }
  const sheetParts = listSheets(workbookXml, prefix, links, parts)
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
  zip.read(part.entry, (piece, share) => {
    scanner.push(decoder(piece))
    onShare(share)
    return true
  })
  return scanner.finish()
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
  const prefix = elementPrefix(xml, 'Relationships')
  return [...elements(xml, `${prefix}Relationship`)].map(({ tag }) => ({
    id: attribute(tag, 'Id') ?? '',
    type: (attribute(tag, 'Type') ?? '').split('/').pop() ?? '',
    target: resolvePath(folder, attribute(tag, 'Target') ?? ''),
  }))
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

function listSheets(xml: string, prefix: string, links: readonly Link[], parts: Parts): SheetPart[] {
  const found: SheetPart[] = []
  for (const { tag } of elements(xml, `${prefix}sheet`)) {
    const id = /\s(?:\w+:)?id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? ''
    const link = links.find((candidate) => candidate.id === id)
    // Chart sheets and macro sheets hold no cells.
    const entry = link?.type === 'worksheet' ? parts.get(link.target.toLowerCase()) : undefined
    if (entry === undefined) continue
    found.push({
      name: attribute(tag, 'name') ?? '',
      hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible',
      entry,
    })
  }
  return found
}

function readSharedStrings(xml: string | undefined): string[] {
  if (xml === undefined) return []
  const prefix = elementPrefix(xml, 'sst')
  const strings: string[] = []
  for (const item of elements(xml, `${prefix}si`)) strings.push(stringItemText(item.inner, prefix))
  return strings
}

function readDateStyles(xml: string | undefined): boolean[] {
  if (xml === undefined) return []
  const prefix = elementPrefix(xml, 'styleSheet')
  const custom = new Map<number, string>()
  for (const { tag } of elements(xml, `${prefix}numFmt`)) {
    custom.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
  }
  const cellFormats = nextElement(xml, `${prefix}cellXfs`, 0)
  const ids = [...elements(cellFormats?.inner ?? '', `${prefix}xf`)].map(({ tag }) =>
    Number(attribute(tag, 'numFmtId') ?? 0),
  )
  return dateStyles(ids, custom)
}
