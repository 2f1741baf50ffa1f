import type { IdentifierResult } from '@shebao/identifiers'
import { rowError } from './row-problem.ts'
import type { RowProblem } from './row-problem.ts'

/** What is wrong with a number, without repeating it. */
export function identifierProblem(column: string, result: IdentifierResult): RowProblem[] {
  if (result.ok) return []
  return [
    result.code === 'CHECKSUM' ? rowError(column, 'CHECK_DIGIT') : rowError(column, 'INVALID_NUMBER', result.code),
  ]
}
