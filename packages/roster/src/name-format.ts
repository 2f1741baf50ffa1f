import { FileProblemError } from './file-problem.ts'
import type { ZipEntry } from './zip-archive.ts'

/** What a file is by its content, where it is none of the kinds that are read. Worded in `file-words.ts`. */
export const foreignFormats = [
  'archive',
  'binary',
  'dif',
  'doc',
  'docx',
  'html',
  'html-frames',
  'image',
  'json',
  'mht',
  'numbers',
  'ods-other',
  'ofd',
  'ole',
  'pdf',
  'ppt',
  'pptx',
  'protected',
  'rtf',
  'sylk',
  'xlsb',
  'xml',
  'zip',
  'zip-of-sheets',
] as const
export type ForeignFormat = (typeof foreignFormats)[number]

export function isForeignFormat(text: unknown): text is ForeignFormat {
  return foreignFormats.some((format) => format === text)
}

const notASheet = (detected: ForeignFormat) => new FileProblemError('NOT_A_SPREADSHEET', { detected })
const notRead = (detected: ForeignFormat) => new FileProblemError('UNSUPPORTED_FORMAT', { detected })

const SIGNATURES: readonly (readonly [readonly number[], ForeignFormat])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x42, 0x4d], 'image'],
  [[0x49, 0x49, 0x2a, 0x00], 'image'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x1f, 0x8b], 'archive'],
]
/** RIFF…WEBP, and the boxes that HEIC and AVIF begin with. */
const LATER_SIGNATURES: readonly (readonly [number, string])[] = [
  [8, 'WEBP'],
  [4, 'ftyp'],
]
/** The first record of a sheet of Excel 2, 3, 4 or a bare one of Excel 5 ([MS-XLS] 2.4.21). */
const BARE_SHEETS = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
]
const HEAD_BYTES = 4096

/** Files often renamed to .xls or .csv. */
export function nameForeignFormat(bytes: Uint8Array): FileProblemError | undefined {
  const signed = SIGNATURES.find(([signature, format]) => startsWith(bytes, signature) && isLikely(bytes, format))
  if (signed !== undefined) return notASheet(signed[1])
  if (LATER_SIGNATURES.some(([at, text]) => latin(bytes, at, at + 4) === text)) return notASheet('image')
  if (BARE_SHEETS.some((signature) => startsWith(bytes, signature))) return new FileProblemError('LEGACY_XLS')
  return nameByText(latin(bytes, 0, HEAD_BYTES).replace(/^(?:\u00EF\u00BB\u00BF|\s)+/, ''))
}

/** `BM` may also begin a text; a bitmap says its own length behind it. */
function isLikely(bytes: Uint8Array, format: ForeignFormat): boolean {
  if (format !== 'image' || !startsWith(bytes, [0x42, 0x4d])) return true
  return bytes.length > 14 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true) === bytes.length
}

function nameByText(head: string): FileProblemError | undefined {
  if (head.startsWith('%TSD-Header') || head.slice(0, 64).includes('E-SafeNet')) {
    return new FileProblemError('ENCRYPTED', { detected: 'protected' })
  }
  if (head.startsWith('ID;P')) return notRead('sylk')
  if (/^TABLE\r?\n0,1\r?\n/.test(head)) return notRead('dif')
  if (head.startsWith('{\\rtf')) return notASheet('rtf')
  if (/^\s*[[{]\s*["{[]/.test(head)) return notASheet('json')
  if (/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:/i.test(head)) return notRead('mht')
  return undefined
}

/** An archive that is no workbook we read, by what lies in it. */
export function nameArchive(entries: readonly ZipEntry[]): FileProblemError {
  const names = entries.map(({ name }) => name.toLowerCase())
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/(^|\/)workbook\.bin$/)) return notRead('xlsb')
  if (has(/^index\/.*\.iwa$|^index\.zip$/)) return notRead('numbers')
  if (has(/^encrypted-package$|^encryptedpackage$/)) return new FileProblemError('ENCRYPTED')
  if (has(/^word\//)) return notASheet('docx')
  if (has(/^ppt\//)) return notASheet('pptx')
  if (has(/^ofd\.xml$/)) return notASheet('ofd')
  if (has(/^content\.xml$/)) return notASheet('ods-other')
  return notASheet(has(/\.(?:xlsx|xlsm|xls|et|csv|ods)$/) ? 'zip-of-sheets' : 'zip')
}

/** An OLE container is an old .xls, or an .xlsx locked with a password ([MS-OFFCRYPTO] 2.3.4). */
export function nameCompoundFile(bytes: Uint8Array): FileProblemError {
  const found = new Set<string>()
  const names = ['EncryptedPackage', 'Workbook', 'Book', 'WordDocument', 'PowerPoint Document']
  for (const name of names) if (includesUtf16(bytes, name)) found.add(name)
  if (found.has('EncryptedPackage')) return new FileProblemError('ENCRYPTED')
  if (found.has('WordDocument')) return notASheet('doc')
  if (found.has('PowerPoint Document')) return notASheet('ppt')
  return found.has('Workbook') || found.has('Book') ? new FileProblemError('LEGACY_XLS') : notASheet('ole')
}

function includesUtf16(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((c) => [c.charCodeAt(0), 0])
  let at = bytes.indexOf(wanted[0] ?? 0)
  while (at !== -1) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
    at = bytes.indexOf(wanted[0] ?? 0, at + 1)
  }
  return false
}

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
