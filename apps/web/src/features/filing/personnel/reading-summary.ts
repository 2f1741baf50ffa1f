import type { Issue } from '@shebao/declaration-rules'
import type { Reading } from './roster-protocol.ts'

/** One thing that must be put right in the file. */
export interface FileError {
  row: number
  issue: Issue
}

export interface ReadingSummary {
  people: number
  fine: number
  warned: number
  /** Rows with an error, with everything the rules say of them. */
  failing: Reading['issues']
  errors: FileError[]
  /** What may be right as it stands: of rows with an error too. */
  hints: FileError[]
  /** People whose number lost its last digits to a cell that is a number. */
  digitsLost: number
}

/** What came of the file, counted. */
export function summarise({ rows, issues }: Pick<Reading, 'rows' | 'issues'>): ReadingSummary {
  const isError = ({ severity }: Issue) => severity === 'error'
  const failing = issues.filter((row) => row.issues.some(isError))
  const ofRows = (wanted: (issue: Issue) => boolean) =>
    issues.flatMap(({ row, issues: found }) => found.filter(wanted).map((issue) => ({ row, issue })))
  const warned = issues.length - failing.length
  return {
    people: rows.length,
    fine: rows.length - failing.length - warned,
    warned,
    failing,
    errors: ofRows(isError),
    hints: ofRows((issue) => !isError(issue)),
    digitsLost: rows.filter(({ idDigitsLost }) => idDigitsLost).length,
  }
}
