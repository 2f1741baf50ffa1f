import { findTokens } from '../token.ts'

const latin = new TextDecoder('latin1')

/** The tokens that a PDF file carries, in its metadata as the office wrote it or packed by a program that saved it again. */
export async function tokensOfPdf(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const plain = latin.decode(bytes)
  const found = findTokens(plain)
  if (found.length > 0) return found
  const packed: string[] = []
  for (const at of plain.matchAll(/stream\r?\n/g)) {
    const start = at.index + at[0].length
    const end = plain.indexOf('endstream', start)
    if (end === -1) break
    if (plain.slice(at.index - 3, at.index) === 'end') continue
    packed.push(...findTokens(await inflated(bytes.subarray(start, end))))
  }
  return [...new Set(packed)]
}

/** What a packed part holds, or nothing where it is packed in another way. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const unpacking = new DecompressionStream('deflate')
  const reading = collect(unpacking.readable)
  const writer = unpacking.writable.getWriter()
  await Promise.allSettled([writer.write(bytes), writer.close()])
  return reading
}

/** As far as it can be unpacked: what ends in a line break of the file is unpacked whole before it complains. */
async function collect(readable: ReadableStream<Uint8Array>): Promise<string> {
  const reader = readable.getReader()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text
      text += latin.decode(value)
    }
  } catch {
    return text
  }
}
