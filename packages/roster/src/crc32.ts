/** The checksum of ZIP (APPNOTE 4.4.7): without it a damaged byte is another digit in somebody's number. Eight bytes at a time. */
const TABLES = makeTables()
const SLICES = 8

function makeTables(): Uint32Array {
  const tables = new Uint32Array(256 * 8)
  for (let byte = 0; byte < 256; byte++) {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    tables[byte] = value
  }
  for (let at = 256; at < tables.length; at++) {
    const before = tables[at - 256] ?? 0
    tables[at] = (before >>> 8) ^ (tables[before & 255] ?? 0)
  }
  return tables
}

/** Goes on from the checksum of what came before, 0 at the start. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const tables = TABLES
  let crc = ~before
  let at = 0
  const whole = bytes.length - (bytes.length % SLICES)
  while (at < whole) {
    const low = crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
    crc =
      tables[1792 + (low & 255)]! ^
      tables[1536 + ((low >>> 8) & 255)]! ^
      tables[1280 + ((low >>> 16) & 255)]! ^
      tables[1024 + (low >>> 24)]! ^
      tables[768 + bytes[at + 4]!]! ^
      tables[512 + bytes[at + 5]!]! ^
      tables[256 + bytes[at + 6]!]! ^
      tables[bytes[at + 7]!]!
    at += SLICES
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ tables[(crc ^ bytes[at]!) & 255]!
  return ~crc >>> 0
}
