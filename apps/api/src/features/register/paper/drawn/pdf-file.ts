import { constants, deflateSync } from 'node:zlib'

/** The parts of one file, written as they come (ISO 32000-1, 7.5): what is drawn of ours needs no more than these. */
export interface PdfFile {
  /** The number of an object that is written before or after others speak of it. */
  next(): number
  put(number: number, body: string): void
  /** A stream; `entries` are what its dictionary says besides. */
  stream(number: number, entries: string, data: Buffer, packing: Packing): void
  end(trailer: { root: number; info: number; id: string }): Uint8Array<ArrayBuffer>
}

/**
 * Outlines hardly repeat: without looking for repetitions they come to a seventh more, in half the time. What is small is left as it is:
 * to begin packing takes longer than to pack it.
 */
export type Packing = 'repeating' | 'outlines' | 'plain'

/** Level 1 comes to a tenth more than level 6 does, in a third of the time. */
const options = { repeating: { level: 1 }, outlines: { strategy: constants.Z_HUFFMAN_ONLY } } as const
// The four characters above 127 say that the file is not text.
const header = '%PDF-1.7\n%\u00b5\u00b6\u00b5\u00b6\n'

export const refTo = (number: number): string => `${number} 0 R`

export function startPdfFile(): PdfFile {
  const parts: Buffer[] = []
  const offsets: number[] = []
  // Text is kept as one until a stream follows: of each object by itself there would be hundreds of small buffers.
  let [text, written, last] = [header, 0, 0]
  const add = (part: Buffer) => {
    parts.push(part)
    written += part.length
  }
  const flush = () => {
    add(Buffer.from(text, 'latin1'))
    text = ''
  }
  const begin = (number: number) => {
    offsets[number] = written + text.length
    text += `${number} 0 obj\n`
  }
  return {
    next: () => (last += 1),
    put(number, body) {
      begin(number)
      text += `${body}\nendobj\n`
    },
    stream(number, entries, data, packing) {
      const packed = packing === 'plain' ? data : deflateSync(data, options[packing])
      begin(number)
      text += `<<${entries}${packed === data ? '' : '/Filter/FlateDecode'}/Length ${packed.length}>>\nstream\n`
      flush()
      add(packed)
      text = '\nendstream\nendobj\n'
    },
    end({ root, info, id }) {
      const size = last + 1
      const at = written + text.length
      const entries = Array.from({ length: last }, (_, index) => `${pad(offsets[index + 1] ?? 0)} 00000 n \n`)
      text += `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n<</Size ${size}/Root ${refTo(root)}/Info ${refTo(info)}/ID[<${id}><${id}>]>>\nstartxref\n${at}\n%%EOF\n`
      flush()
      return new Uint8Array(Buffer.concat(parts))
    },
  }
}

const pad = (offset: number): string => String(offset).padStart(10, '0')

/** Text of any script, as a value of the file's dictionaries. */
export function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}
