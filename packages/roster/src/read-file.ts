import type { Workbook } from './cell.ts'
import { defaultLimits, FileProblemError } from './file-problem.ts'
import type { FileLimits, FileProblem } from './file-problem.ts'
import type { ProgressListener } from './progress.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { checkDeclaredSizes, listZipEntries } from './zip-archive.ts'
import type { ZipEntry } from './zip-archive.ts'

export interface OpenOptions {
  limits?: Partial<FileLimits>
  onProgress?: ProgressListener
}

export type OpenResult = { ok: true; workbook: Workbook } | { ok: false; problem: FileProblem }

/** Opens any bytes as a workbook. What they are is told by their content, never by the file's name. Does not throw. */
export function openWorkbook(bytes: Uint8Array, fileName: string, options: OpenOptions = {}): OpenResult {
  const limits = { ...defaultLimits, ...options.limits }
  try {
    const workbook = open(bytes, fileName, limits, options.onProgress)
    if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) throw new FileProblemError('EMPTY')
    return { ok: true, workbook }
  } catch (error) {
    if (error instanceof FileProblemError) return { ok: false, problem: error.problem }
    // Offsets and lengths inside a damaged archive are attacker's text; reading past them is a RangeError, not a bug.
    if (error instanceof RangeError) return { ok: false, problem: { code: 'CORRUPT', params: {} } }
    throw error
  }
}

function open(bytes: Uint8Array, fileName: string, limits: FileLimits, onProgress?: ProgressListener): Workbook {
  if (bytes.length === 0) throw new FileProblemError('EMPTY')
  if (bytes.length > limits.maxFileBytes) {
    throw new FileProblemError('TOO_LARGE', { bytes: bytes.length, maxBytes: limits.maxFileBytes })
  }
  if (startsWith(bytes, [0x50, 0x4b])) return openArchive(bytes, fileName, limits, onProgress)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw compoundFileProblem(bytes)
  const known = knownForeignFormat(bytes)
  if (known !== undefined) throw known
  return readCsv(bytes, fileName, limits)
}

function openArchive(bytes: Uint8Array, fileName: string, limits: FileLimits, onProgress?: ProgressListener): Workbook {
  const entries = listZipEntries(bytes)
  if (entries === undefined) throw new FileProblemError('CORRUPT')
  checkDeclaredSizes(entries, bytes.length, limits)
  const has = (test: (name: string) => boolean): boolean => entries.some((entry) => test(entry.name.toLowerCase()))
  if (!isWorkbook(entries)) {
    if (has((name) => name.endsWith('workbook.bin')))
      throw new FileProblemError('UNSUPPORTED_FORMAT', { detected: 'xlsb' })
    if (has((name) => name === 'content.xml')) throw new FileProblemError('UNSUPPORTED_FORMAT', { detected: 'ods' })
    if (has((name) => name.startsWith('word/'))) throw new FileProblemError('NOT_A_SPREADSHEET', { detected: 'docx' })
    throw new FileProblemError('NOT_A_SPREADSHEET', { detected: 'zip' })
  }
  if (entries.some((entry) => entry.encrypted)) throw new FileProblemError('ENCRYPTED')
  return readXlsx(bytes, entries, fileName, limits, onProgress)
}

function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some((entry) => /(^|\/)workbook\d*\.xml$/i.test(entry.name))
}

/** An OLE container is an old .xls, or an .xlsx locked with a password ([MS-OFFCRYPTO] 2.3.4). */
function compoundFileProblem(bytes: Uint8Array): FileProblemError {
  if (includesUtf16(bytes, 'EncryptedPackage')) return new FileProblemError('ENCRYPTED')
  if (includesUtf16(bytes, 'WordDocument')) return new FileProblemError('NOT_A_SPREADSHEET', { detected: 'doc' })
  if (includesUtf16(bytes, 'Workbook') || includesUtf16(bytes, 'Book')) return new FileProblemError('LEGACY_XLS')
  return new FileProblemError('NOT_A_SPREADSHEET', { detected: 'ole' })
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

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Files often renamed to .xls or .csv: a PDF, a picture, a web page, the XML of Excel 2003, a bare old sheet stream. */
function knownForeignFormat(bytes: Uint8Array): FileProblemError | undefined {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return new FileProblemError('NOT_A_SPREADSHEET', { detected: 'pdf' })
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff])) {
    return new FileProblemError('NOT_A_SPREADSHEET', { detected: 'image' })
  }
  if (
    startsWith(bytes, [0x52, 0x61, 0x72, 0x21]) ||
    startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf]) ||
    startsWith(bytes, [0x1f, 0x8b])
  ) {
    return new FileProblemError('NOT_A_SPREADSHEET', { detected: 'archive' })
  }
  if (startsWith(bytes, [0x09, 0x08]) || startsWith(bytes, [0x09, 0x04]) || startsWith(bytes, [0x09, 0x02])) {
    return new FileProblemError('LEGACY_XLS')
  }
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 1024))
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase()
  if (/^(<!doctype html|<html|<meta|<table|<head|<style|<script)/.test(head)) {
    return new FileProblemError('UNSUPPORTED_FORMAT', { detected: 'html' })
  }
  if (head.startsWith('<?xml') || head.startsWith('{\\rtf')) {
    const detected = head.startsWith('<?xml') ? 'xml' : 'rtf'
    return new FileProblemError(head.includes('spreadsheet') ? 'UNSUPPORTED_FORMAT' : 'NOT_A_SPREADSHEET', { detected })
  }
  return undefined
}
