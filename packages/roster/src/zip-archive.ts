import { FileProblemError } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'

export interface ZipEntry {
  name: string
  method: number
  encrypted: boolean
  packedSize: number
  inflatedSize: number
  headerOffset: number
  /** Of what comes out. */
  checksum: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const ZIP64_END_OF_DIRECTORY = 0x06064b50
const ZIP64_LOCATOR = 0x07064b50
const COUNT_IN_ZIP64 = 0xffff
const IN_ZIP64 = 0xffffffff
// A small file may inflate a lot (an empty sheet with styles): the ratio only speaks above this size.
export const RATIO_FLOOR_BYTES = 10 * 1024 * 1024

/** The central directory of an archive, or undefined when the bytes are no readable archive (APPNOTE 4.3). */
export function listZipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  if (directory === undefined) return undefined
  const entries: ZipEntry[] = []
  const decoder = new TextDecoder()
  let { at } = directory
  const { count } = directory
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    if (at + 46 + nameLength + extraLength > bytes.length) return undefined
    const sizes = readSizes(view, at, at + 46 + nameLength, extraLength)
    entries.push({
      name: decoder
        .decode(bytes.subarray(at + 46, at + 46 + nameLength))
        .replaceAll('\\', '/')
        .replace(/^\/+/, ''),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      checksum: view.getUint32(at + 16, true),
      ...sizes,
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

function findEndOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}

/** Where the directory begins and how many entries it has. Some writers say so in the wide record alone, however small the file. */
function findDirectory(view: DataView): { at: number; count: number } | undefined {
  const end = findEndOfDirectory(view)
  if (end === undefined) return undefined
  const narrow = { at: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true) }
  if (narrow.at !== IN_ZIP64 && narrow.count !== COUNT_IN_ZIP64) return narrow
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) return narrow
  const record = Number(view.getBigUint64(locator + 8, true))
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== ZIP64_END_OF_DIRECTORY) return undefined
  const wide = {
    at: Number(view.getBigUint64(record + 48, true)),
    count: Number(view.getBigUint64(record + 32, true)),
  }
  return wide.at < view.byteLength ? wide : undefined
}

/** Streaming writers put sizes into a Zip64 extra field even for small entries; only the fields that overflow stand there. */
function readSizes(view: DataView, at: number, extraAt: number, extraLength: number) {
  let inflatedSize = view.getUint32(at + 24, true)
  let packedSize = view.getUint32(at + 20, true)
  let headerOffset = view.getUint32(at + 42, true)
  let cursor = extraAt
  while (cursor + 4 <= extraAt + extraLength) {
    const length = view.getUint16(cursor + 2, true)
    if (view.getUint16(cursor, true) === 1) {
      let field = cursor + 4
      const next = (): number => {
        const value = field + 8 <= extraAt + extraLength ? Number(view.getBigUint64(field, true)) : 0
        field += 8
        return value
      }
      if (inflatedSize === IN_ZIP64) inflatedSize = next()
      if (packedSize === IN_ZIP64) packedSize = next()
      if (headerOffset === IN_ZIP64) headerOffset = next()
    }
    cursor += 4 + length
  }
  return { inflatedSize, packedSize, headerOffset }
}

/** Refuses by what the directory declares, before anything is unpacked. */
export function checkDeclaredSizes(entries: readonly ZipEntry[], fileBytes: number, limits: FileLimits): void {
  const declared = entries.reduce((sum, entry) => sum + entry.inflatedSize, 0)
  if (declared > RATIO_FLOOR_BYTES && declared > fileBytes * limits.maxInflationRatio) {
    throw new FileProblemError('ZIP_BOMB', { inflatedBytes: declared, fileBytes })
  }
  if (declared > limits.maxInflatedBytes) {
    throw new FileProblemError('TOO_LARGE', { bytes: declared, maxBytes: limits.maxInflatedBytes })
  }
}
