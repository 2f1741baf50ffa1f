export interface DecodedText {
  text: string
  encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'
}

const SAMPLE_BYTES = 4096

/** The text of a file in one of the encodings Chinese offices save, or undefined when it is no text. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const encoding = guessEncoding(bytes)
  const text = tryDecode(bytes, encoding, encoding === 'UTF-8')
  // Not UTF-8: what a Chinese spreadsheet program saves is GB18030, of which GBK and GB 2312 are parts.
  const decoded =
    text === undefined
      ? { text: tryDecode(bytes, 'GB18030', false) ?? '', encoding: 'GB18030' as const }
      : { text, encoding }
  return looksLikeText(decoded.text) ? decoded : undefined
}

function guessEncoding(bytes: Uint8Array): DecodedText['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let evenZeros = 0
  let oddZeros = 0
  sample.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2 === 0) evenZeros++
    else oddZeros++
  })
  // Unmarked UTF-16: separators and digits leave a zero in every other byte.
  if (oddZeros > sample.length / 20 && evenZeros === 0) return 'UTF-16LE'
  if (evenZeros > sample.length / 20 && oddZeros === 0) return 'UTF-16BE'
  return 'UTF-8'
}

function tryDecode(bytes: Uint8Array, encoding: DecodedText['encoding'], fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding.toLowerCase(), { fatal }).decode(bytes)
  } catch {
    return undefined
  }
}

function looksLikeText(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES)
  const strange = sample.match(/[^\P{Cc}\t\n\v\f\r]|\uFFFD/gu)?.length ?? 0
  return strange <= sample.length / 100
}
