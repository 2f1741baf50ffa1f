export interface DecodedText {
  text: string
  encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'
}

const SAMPLE_BYTES = 4096
/** What stands in the text for bytes that are no character. */
export const LOST = '\uFFFD'

/** The text of a file in one of the encodings Chinese offices save, or undefined when it is no text. Bad bytes come out as `LOST`. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = markedEncoding(bytes)
  const whole = marked === undefined ? wholeUtf8(bytes) : undefined
  const encoding = marked ?? (whole === undefined ? unmarkedEncoding(bytes) : 'UTF-8')
  const text = whole ?? new TextDecoder(encoding.toLowerCase()).decode(bytes)
  return looksLikeText(text) ? { text, encoding } : undefined
}

export function guessEncoding(bytes: Uint8Array): DecodedText['encoding'] {
  return markedEncoding(bytes) ?? (wholeUtf8(bytes) === undefined ? unmarkedEncoding(bytes) : 'UTF-8')
}

function markedEncoding(bytes: Uint8Array): DecodedText['encoding'] | undefined {
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
  return undefined
}

/**
 * One bad byte does not make another encoding of a file: it is UTF-8 while more of what is not ASCII is well-formed than not. What
 * else a Chinese spreadsheet program saves is GB18030, of which GBK and GB 2312 are parts; its pairs are hardly ever UTF-8.
 */
const unmarkedEncoding = (bytes: Uint8Array) => (hasMoreOfUtf8(bytes) ? 'UTF-8' : 'GB18030')

/** Read by the engine, many times as fast as counting; undefined where anything in it is no UTF-8. */
function wholeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function hasMoreOfUtf8(bytes: Uint8Array): boolean {
  let good = 0
  let bad = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    const more = byte < 0xc2 ? -1 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : -1
    let follow = 0
    while (follow < more && ((bytes[at + follow + 1] ?? 0) & 0xc0) === 0x80) follow++
    if (follow === more) good++
    else bad++
    at += follow
  }
  return good > 2 * bad
}

function looksLikeText(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES)
  const strange = sample.match(/[^\P{Cc}\t\n\v\f\r]|\uFFFD/gu)?.length ?? 0
  return strange <= Math.max(2, sample.length / 20)
}
