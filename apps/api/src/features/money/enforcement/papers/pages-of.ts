import { countPages } from '../../../register/paper/index.ts'

/** How many pages a paper or scan has; nothing where it cannot be told, such as of a file that is locked. */
export async function pagesOf(bytes: Uint8Array, mediaType: string): Promise<number | undefined> {
  if (mediaType === 'application/pdf') return countPages(bytes)
  return mediaType === 'image/tiff' ? pagesOfTiff(bytes) : 1
}

/** A TIFF holds its pages as a chain of directories, each with the place of the next behind its twelve-byte entries. */
export function pagesOfTiff(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 8) return undefined
  const little = view.getUint16(0) === 0x4949
  const seen = new Set<number>()
  for (let at = view.getUint32(4, little); at !== 0 && !seen.has(at);) {
    if (at + 2 > view.byteLength) return undefined
    seen.add(at)
    const next = at + 2 + view.getUint16(at, little) * 12
    if (next + 4 > view.byteLength) return seen.size
    at = view.getUint32(next, little)
  }
  return seen.size
}
