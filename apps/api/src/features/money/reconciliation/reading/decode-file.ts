import { decodeText } from '@shebao/roster'
import { StatementRefused } from './read-statement.types.ts'

export type DecodedFile = { kind: 'XML' | 'TABLE'; text: string }

/** The text of a file. A byte order mark is believed before anything the file says of itself. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  const marked = wideEncoding(bytes)
  if (marked !== undefined) {
    const text = decode(bytes, marked)
    return { kind: text.trimStart().startsWith('<') ? 'XML' : 'TABLE', text }
  }
  const declared = declaredEncoding(bytes)
  if (declared !== undefined) return { kind: 'XML', text: decode(bytes, declared) }
  const decoded = decodeText(bytes)
  if (!decoded) throw new StatementRefused({ code: 'NOT_TEXT', expected: 'UTF-8 / UTF-16 / GB18030' })
  return { kind: 'TABLE', text: withoutMark(decoded.text) }
}

/** UTF-16, with its mark or by the zero beside the first character. */
function wideEncoding([first, second]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return undefined
}

/** The encoding an XML file declares, or undefined when it is no XML. What is told in single bytes is no UTF-16. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 300))
  const start = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (!start.startsWith('<')) return undefined
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8'
  if (head.startsWith('\u00ef\u00bb\u00bf') || declared.startsWith('utf-16')) return 'utf-8'
  return ['gbk', 'gb2312', 'cp936'].includes(declared) ? 'gb18030' : declared
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return withoutMark(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    throw new StatementRefused({ code: 'NOT_TEXT', stated: encoding, expected: 'UTF-8 / UTF-16 / GB18030' })
  }
}

const withoutMark = (text: string) => text.replace(/^\uFEFF/, '')
