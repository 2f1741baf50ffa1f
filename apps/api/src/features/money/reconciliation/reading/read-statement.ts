import { decodeText } from '@shebao/roster'
import { readCamt053 } from './read-camt053.ts'
import { readCsvStatement } from './read-csv-statement.ts'
import { mostProblemsShown, readingLimits, StatementRefused } from './read-statement.types.ts'
import type { ReadingLimits, ReadResult, StatementProblem } from './read-statement.types.ts'

/**
 * Reads a bank statement (camt.053 or CSV) or a treasury list (CSV); what it is, is told by the bytes. All or nothing: a
 * file that is cut, or whose figures do not come to what it states, gives problems and no entries. Does not throw.
 * `account` is the office's own; a statement of another account is refused.
 */
export function readStatement(bytes: Uint8Array, account: string, limits: ReadingLimits = readingLimits): ReadResult {
  try {
    if (bytes.length === 0) return refused([{ code: 'EMPTY' }])
    if (bytes.length > limits.maxBytes)
      return refused([{ code: 'TOO_LARGE', stated: String(bytes.length), expected: `≤ ${limits.maxBytes}` }])
    const xml = xmlEncoding(bytes)
    const { statement, problems } = xml
      ? readCamt053(decodeXml(bytes, xml), limits)
      : readCsvStatement(decodeCsv(bytes), limits)
    if (problems.length === 0 && statement.account !== account)
      problems.push({ code: 'WRONG_ACCOUNT', stated: statement.account, expected: account })
    return problems.length > 0 ? refused(problems) : { ok: true, statement }
  } catch (error) {
    if (error instanceof StatementRefused) return refused([error.problem])
    throw error
  }
}

const refused = (problems: StatementProblem[]): ReadResult => ({
  ok: false,
  problems: problems.slice(0, mostProblemsShown),
})

/** The encoding an XML file declares, or undefined when it is no XML. */
function xmlEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 300))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (!head.startsWith('<')) return undefined
  return /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
}

function decodeXml(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\uFEFF/, '')
  } catch {
    throw new StatementRefused({ code: 'NOT_TEXT', stated: encoding, expected: 'UTF-8' })
  }
}

function decodeCsv(bytes: Uint8Array): string {
  const decoded = decodeText(bytes)
  if (!decoded) throw new StatementRefused({ code: 'NOT_TEXT', expected: 'UTF-8 / GB18030' })
  return decoded.text.replace(/^\uFEFF/, '')
}
