import { inflateSync } from 'node:zlib'

const mostUnpacked = 64 * 1024 * 1024

/** What can make much of little and is not measured here, or measured only one at a time. */
const unmeasured =
  /\/(?:LZW|RunLength|Crypt|ASCIIHex|ASCII85)Decode|\/(?:AHx|A85|LZW|RL)\b|\/F(?:ilter)?\s*\[\s*\/\w+\s*\/\w+/

/**
 * Whether the objects that a PDF keeps packed come to no more than can be held. They are unpacked as soon as it is opened, however
 * few of them are asked for: 400 kB can be 400 MB. Which streams those are is hidden easily, so a file that has any has all looked at.
 */
export function unpacksWithin(bytes: Uint8Array, most = mostUnpacked): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = file
    .toString('latin1')
    .replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  if (!/\/(?:ObjStm|XRef)/.test(text)) return true
  if (unmeasured.test(text)) return false
  let left = most
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    const unpacked = sizeUnpacked(file.subarray(beginOf(file, at + 6)), left)
    if (unpacked === undefined) return false
    left -= unpacked
  }
  return true
}

/** Behind the end of the line that says `stream`. */
function beginOf(file: Buffer, at: number): number {
  const afterReturn = file[at] === 0x0d ? at + 1 : at
  return file[afterReturn] === 0x0a ? afterReturn + 1 : afterReturn
}

/** Nothing when it is more than is left; none when it is not packed. To the end of the file: where a stream ends is for its own bytes to say. */
function sizeUnpacked(packed: Buffer, left: number): number | undefined {
  // The method and window of a zlib header, which half of a multiple of 31 follows.
  if (packed.length < 2 || (packed.readUInt8(0) & 0x0f) !== 8 || packed.readUInt16BE(0) % 31 !== 0) return 0
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, left) }).length
  } catch (error) {
    return error instanceof RangeError ? undefined : 0
  }
}
