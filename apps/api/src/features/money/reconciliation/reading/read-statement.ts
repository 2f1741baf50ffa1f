import { readCamt053 } from './read-camt053.ts'
import { readCsvStatement } from './read-csv-statement.ts'
import type { CsvLayout } from './csv-words.ts'
import { decodeFile } from './decode-file.ts'
import { binaryKind, textKind } from './file-kind.ts'
import { mostProblemsShown, readingLimits, StatementRefused } from './read-statement.types.ts'
import type { ReadingLimits, ReadPage, ReadResult, ReadStatement, StatementProblem } from './read-statement.types.ts'

export interface ReadingOrder {
  /** The office's own account. */
  account: string
  /** Those that were its own before: money goes on arriving at an account that notices named. */
  formerAccounts?: readonly string[] | undefined
  /** What the columns of this bank's CSV are called, where somebody has said so. */
  layout?: CsvLayout | undefined
  limits?: ReadingLimits | undefined
}

/**
 * Reads a bank statement (camt.053 or CSV) or a treasury list (CSV); what it is, is told by the bytes. All or nothing: a
 * file that is cut, or whose figures do not come to what it states, gives problems and no entries. Does not throw.
 * Statements of other accounts are left out and named; a file of nothing else is refused.
 */
export function readStatement(bytes: Uint8Array, order: ReadingOrder): ReadResult {
  const { limits = readingLimits, layout } = order
  try {
    if (bytes.length === 0) return refused([{ code: 'EMPTY' }])
    if (bytes.length > limits.maxBytes)
      return refused([{ code: 'TOO_LARGE', stated: String(bytes.length), expected: `≤ ${limits.maxBytes}` }])
    const binary = binaryKind(bytes)
    if (binary !== undefined) return refused([{ code: 'WRONG_KIND', stated: binary }])
    const { kind, text } = decodeFile(bytes)
    const other = textKind(text)
    if (other !== undefined) return refused([{ code: 'WRONG_KIND', stated: other }])
    if (kind === 'XML') {
      const { problems, ...read } = readCamt053(text, limits)
      return problems.length > 0 ? refused(problems) : ofOffice(read, order)
    }
    const { statement, problems } = readCsvStatement(text, limits, layout)
    return problems.length > 0 ? refused(problems) : ofOffice({ statements: [statement], pages: [] }, order)
  } catch (error) {
    if (error instanceof StatementRefused)
      return { ...refused([error.problem]), ...(error.table ? { table: error.table } : {}) }
    throw error
  }
}

function ofOffice(
  { statements, pages }: { statements: ReadStatement[]; pages: ReadPage[] },
  { account, formerAccounts = [] }: ReadingOrder,
): ReadResult {
  const ours = new Set([account, ...formerAccounts])
  const own = {
    statements: statements.filter((statement) => ours.has(statement.account)),
    pages: pages.filter(({ statement }) => ours.has(statement.account)),
  }
  const all = [...statements, ...pages.map(({ statement }) => statement)]
  const otherAccounts = [...new Set(all.map((statement) => statement.account))].filter((each) => !ours.has(each))
  if (own.statements.length + own.pages.length > 0) return { ok: true, ...own, otherAccounts }
  return refused(otherAccounts.map((stated) => ({ code: 'WRONG_ACCOUNT', stated, expected: account })))
}

const refused = (problems: StatementProblem[]): ReadResult => ({
  ok: false,
  problems: problems.slice(0, mostProblemsShown),
})
