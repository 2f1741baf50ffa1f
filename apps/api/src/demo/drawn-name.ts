import { crc32, deflateSync } from 'node:zlib'

const [width, height, pen] = [480, 192, 3]

/** A signature as a phone would send it, for the demo: a wavy line that differs with its seed, PNG in base64. */
export function drawnName(seed: number): string {
  // Greys; each line begins with its filter, none.
  const rows = Buffer.alloc(height * (width + 1), 255)
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0
  for (let step = 0; step < 2_400; step += 1) blot(rows, ...strokeAt(step / 2_400, seed))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64')
}

function strokeAt(part: number, seed: number): [number, number] {
  const turns = part * Math.PI * (9 + (seed % 5))
  const x = 50 + part * 370 + Math.cos(turns * 1.3) * 26
  const y = 96 + Math.sin(turns + seed) * 46 * (1 - part / 2) + Math.sin(turns * 2.7) * 12
  return [Math.round(x), Math.round(y)]
}

function blot(rows: Buffer, x: number, y: number): void {
  for (let down = -pen; down <= pen; down += 1)
    for (let along = -pen; along <= pen; along += 1)
      if (down * down + along * along <= pen * pen) rows[(y + down) * (width + 1) + 1 + x + along] = 20
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
