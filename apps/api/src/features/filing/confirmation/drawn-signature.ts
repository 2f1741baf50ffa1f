import { badInput } from '../../../access/refusal.ts'

/** A phone's screen of black strokes on nothing is a quarter of it [PD]. */
const mostBytes = 30_000
const widest = 1_200
const head = '89504e470d0a1a0a0000000d49484452'

/** The picture of a signature as the page sends it: a PNG of a signature's size, base64. Throws BAD_USER_INPUT. */
export function readDrawnSignature(text: string): Uint8Array {
  const bytes = /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0)
  const png = bytes.length >= 33 && bytes.subarray(0, 16).toString('hex') === head
  const [width, height] = png ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [0, 0]
  if (!png || bytes.length > mostBytes || width < 1 || height < 1 || width > widest || height > widest)
    throw badInput('signature', 'Draw the signature again: this is no picture of one.')
  return bytes
}
