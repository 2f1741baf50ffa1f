import type { Workbook } from './cell.ts'
import { defaultLimits, FileProblemError } from './file-problem.ts'
import type { FileLimits, FileProblem } from './file-problem.ts'
import type { ProgressListener } from './progress.ts'
import { decodeMarkup, markupKind } from './decode-markup.ts'
import type { MarkupKind } from './decode-markup.ts'
import { nameArchive, nameCompoundFile, nameForeignFormat, startsWith } from './name-format.ts'
import { readCsv } from './read-csv.ts'
import { readHtml } from './read-html.ts'
import { readOds } from './read-ods.ts'
import { readSpreadsheetMl } from './read-spreadsheetml.ts'
import { readXlsx } from './read-xlsx.ts'
import { portableUnpacking } from './unpacking.ts'
import type { Unpacking } from './unpacking.ts'
import { checkDeclaredSizes, listZipEntries } from './zip-archive.ts'
import type { ZipEntry } from './zip-archive.ts'
import { ZipReader } from './zip-reader.ts'

export interface OpenOptions {
  limits?: Partial<FileLimits>
  onProgress?: ProgressListener
  /** Where the engine has a faster one. */
  unpacking?: Unpacking
}

export type OpenResult = { ok: true; workbook: Workbook } | { ok: false; problem: FileProblem }

/** Opens any bytes as a workbook. What they are is told by their content, never by the file's name. Does not throw. */
export function openWorkbook(bytes: Uint8Array, fileName: string, options: OpenOptions = {}): OpenResult {
  const limits = { ...defaultLimits, ...options.limits }
  try {
    const workbook = open(bytes, fileName, limits, options)
    if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) throw new FileProblemError('EMPTY')
    return { ok: true, workbook }
  } catch (error) {
    if (error instanceof FileProblemError) return { ok: false, problem: error.problem }
    // Offsets and lengths inside a damaged archive are attacker's text; reading past them is a RangeError, not a bug.
    if (error instanceof RangeError) return { ok: false, problem: { code: 'CORRUPT', params: {} } }
    throw error
  }
}

function open(bytes: Uint8Array, fileName: string, limits: FileLimits, options: OpenOptions): Workbook {
  if (bytes.length === 0) throw new FileProblemError('EMPTY')
  if (bytes.length > limits.maxFileBytes) {
    throw new FileProblemError('TOO_LARGE', { bytes: bytes.length, maxBytes: limits.maxFileBytes })
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return openArchive(bytes, fileName, limits, options)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw nameCompoundFile(bytes)
  const foreign = nameForeignFormat(bytes)
  if (foreign !== undefined) throw foreign
  const kind = markupKind(bytes)
  return kind === undefined ? readCsv(bytes, fileName, limits) : openMarkup(kind, bytes, fileName, limits)
}

function openMarkup(kind: MarkupKind, bytes: Uint8Array, fileName: string, limits: FileLimits): Workbook {
  const text = decodeMarkup(bytes)
  if (text === undefined) throw new FileProblemError('NOT_A_SPREADSHEET', { detected: 'binary' })
  switch (kind) {
    case 'HTML':
      return readHtml(text, fileName, limits)
    case 'XML_2003':
      return readSpreadsheetMl(text, fileName, limits)
    case 'FLAT_ODS':
      return readOds((take) => take(text), fileName, limits)
    case 'OTHER_XML':
      throw new FileProblemError('NOT_A_SPREADSHEET', { detected: 'xml' })
  }
}

function openArchive(bytes: Uint8Array, fileName: string, limits: FileLimits, options: OpenOptions): Workbook {
  const { onProgress, unpacking = portableUnpacking } = options
  const entries = listZipEntries(bytes)
  if (entries === undefined) throw new FileProblemError('CORRUPT')
  checkDeclaredSizes(entries, bytes.length, limits)
  const isXlsx = entries.some(({ name }) => /(^|\/)workbook\d*\.xml$/i.test(name))
  const zip = new ZipReader(bytes, limits, unpacking)
  const ods = isXlsx ? undefined : findOdsContent(zip, entries)
  if (!isXlsx && ods === undefined) throw nameArchive(entries)
  if (entries.some((entry) => entry.encrypted)) throw new FileProblemError('ENCRYPTED')
  if (ods === undefined) return readXlsx(zip, entries, fileName, limits, onProgress)
  return readOds((take) => zip.readText(ods, take, (share) => onProgress?.('OPENING', share)), fileName, limits)
}

/** The content of an OpenDocument spreadsheet; with a password its parts are sealed one by one and the manifest says how (ODF 1.3, part 2, 3.4). */
function findOdsContent(zip: ZipReader, entries: readonly ZipEntry[]): ZipEntry | undefined {
  const named = (wanted: string) => entries.find(({ name }) => name.toLowerCase() === wanted)
  const content = named('content.xml')
  const kind = named('mimetype')
  if (content === undefined || (kind !== undefined && !zip.text(kind).includes('spreadsheet'))) return undefined
  const manifest = named('meta-inf/manifest.xml')
  if (manifest !== undefined && zip.text(manifest).includes('encryption-data')) throw new FileProblemError('ENCRYPTED')
  return content
}
