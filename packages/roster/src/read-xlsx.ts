// Our own thin reader instead of a library: an identifier typed as a number must be seen as the file has it (libraries
// hand out a double), rows must keep the spreadsheet's own numbers, and every unpacked byte must be counted.
import type { Sheet, Workbook } from './cell.ts'
import { CellBudget } from './cell-budget.ts'
import { FileProblemError } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'
import type { ProgressListener } from './progress.ts'
import { keepShapes } from './kept-shapes.ts'
import { SheetReader } from './sheet-reader.ts'
import type { SheetSurroundings } from './sheet-scanner.ts'
import {
  findWorkbookPath,
  linkedPart,
  readNumberStyles,
  readLinks,
  readSharedStrings,
  readWorkbookPart,
} from './xlsx-parts.ts'
import type { Links, ListedSheet, Parts } from './xlsx-parts.ts'
import type { ZipEntry } from './zip-archive.ts'
import type { ZipReader } from './zip-reader.ts'

interface SheetPart {
  name: string
  hidden: boolean
  entry: ZipEntry
}

/** Reads an archive already known to hold a workbook. */
export function readXlsx(
  zip: ZipReader,
  entries: readonly ZipEntry[],
  fileName: string,
  limits: FileLimits,
  onProgress?: ProgressListener,
): Workbook {
  keepShapes()
  const parts: Parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const workbookPath = findWorkbookPath(zip, parts)
  const workbook = parts.get(workbookPath.toLowerCase())
  if (workbook === undefined) throw new FileProblemError('CORRUPT', { part: workbookPath })
  const links = readLinks(zip, parts, workbookPath)
  const { date1904, sheets: listed } = readWorkbookPart(zip, workbook)
  const strings = linkedPart(parts, links, 'sharedStrings', 'xl/sharedStrings.xml')
  const around: SheetSurroundings = {
    sharedStrings: readSharedStrings(zip, strings, limits),
    numberStyles: readNumberStyles(zip, linkedPart(parts, links, 'styles', 'xl/styles.xml')),
    date1904,
    budget: new CellBudget(limits),
  }
  const sheetParts = linkSheets(listed, links, parts)
  if (sheetParts.length === 0) throw new FileProblemError('CORRUPT', { part: workbookPath })
  const sheets = sheetParts.map((part, index) =>
    readSheet(zip, part, around, (share) => onProgress?.('OPENING', (index + share) / sheetParts.length)),
  )
  return { kind: 'XLSX', fileName, sheets, date1904 }
}

/** Each part once, however many sheets lead to it. */
function linkSheets(listed: readonly ListedSheet[], links: Links, parts: Parts): SheetPart[] {
  const taken = new Set<ZipEntry>()
  return listed.flatMap(({ name, hidden, link: id }) => {
    const link = links.get(id)
    // Chart sheets and macro sheets hold no cells.
    const entry = link?.type === 'worksheet' ? parts.get(link.target.toLowerCase()) : undefined
    if (entry === undefined || taken.has(entry)) return []
    taken.add(entry)
    return [{ name, hidden, entry }]
  })
}

function readSheet(
  zip: ZipReader,
  part: SheetPart,
  around: SheetSurroundings,
  onShare: (share: number) => void,
): Sheet {
  const reader = new SheetReader(part.name, part.hidden, around)
  zip.read(part.entry, (piece, share) => {
    reader.push(piece)
    onShare(share)
  })
  return reader.finish()
}
