import type { Viewer } from '../../../access/viewer.ts'
import type { DayResult } from './reconcile-day.ts'
import type { CsvLayout } from './reading/csv-words.ts'
import type { StatementProblem, StatementSource } from './reading/read-statement.types.ts'
import type { StatementOrigin } from './statement-codes.ts'
import type { StatementRow } from './statement.repository.ts'

export interface StatementFile {
  bytes: Uint8Array
  fileName: string
  how: StatementOrigin
  /** Who uploaded it or pressed the button; nobody when the morning's job fetched it. */
  viewer?: Viewer
  /** Network address as a keyed hash, or the name of the job. */
  origin: string
  /** What this bank calls its columns, where the person who brings the file has just said so. */
  layout?: CsvLayout | undefined
}

export type ImportOutcome =
  | {
      kind: 'IMPORTED'
      day: string
      source: StatementSource
      entries: number
      /** Left out because they are not booked yet. */
      pending: number
      /** Whether it took the place of an earlier statement of the day. */
      corrects: boolean
      /** Whether its money waits in suspense for a second person. */
      held: boolean
      result: DayResult
    }
  | { kind: 'REPEATED'; day: string; earlier: Pick<StatementRow, 'fileName' | 'importedAt' | 'importedByName'> }
  /** A page of a statement of which others are still to come; 0 among the missing is a last page of unknown number. */
  | { kind: 'WAITING_FOR_PAGES'; day: string; number: string; here: number[]; missing: number[] }
  | {
      kind: 'REFUSED'
      problems: StatementProblem[]
      /** The first rows of a table whose columns nobody has named yet. */
      table?: string[][]
    }
  /** A file of several statements: each by itself. */
  | { kind: 'SEVERAL'; outcomes: ImportOutcome[]; otherAccounts: string[] }

export const refuse = (problem: StatementProblem): Extract<ImportOutcome, { kind: 'REFUSED' }> => ({
  kind: 'REFUSED',
  problems: [problem],
})

/** Only what may be told: the answer goes out as JSON, which knows no bigint. */
export function repeated({
  day,
  fileName,
  importedAt,
  importedByName,
}: Pick<StatementRow, 'day' | 'fileName' | 'importedAt' | 'importedByName'>): Extract<
  ImportOutcome,
  { kind: 'REPEATED' }
> {
  return { kind: 'REPEATED', day, earlier: { fileName, importedAt, importedByName } }
}
