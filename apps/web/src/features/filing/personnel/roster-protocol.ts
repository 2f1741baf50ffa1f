import type { Policy } from '@shebao/premium'
import type {
  FileProblem,
  FileRemark,
  IgnoredRow,
  MappingOverride,
  PersonnelDraft,
  ReadingPhase,
  RosterLanguage,
  RosterMeta,
  TableReading,
  TotalCheck,
  WorkbookKind,
} from '@shebao/roster'
import type { Listed, ReadingSummary } from './reading-summary.ts'

/** What the page and the worker say to each other. Bytes are handed over, not copied. */

/** What the rules need; a policy is plain data, a context with its functions is not. */
export interface RulesOfList {
  today: string
  year: number
  policy: Policy
}

export interface ReadRow {
  row: number
  draft: PersonnelDraft
  idDigitsLost: boolean
}

/** What one reading of a table gives to look at. The people themselves stay with the worker; it hands them over part by part for sending. */
export interface Reading extends TableReading {
  fileName: string
  kind: WorkbookKind
  /** Of a text file. */
  encoding: string | undefined
  summary: ReadingSummary
  totals: TotalCheck[]
  ignored: Listed<IgnoredRow>
  /** What was left out of the file. */
  remarks: Listed<FileRemark>
  /** What was odd about it, row by row. */
  rowRemarks: Listed<FileRemark>
  /** When the office itself wrote the file. */
  meta: RosterMeta | undefined
  /** After a merge: what became of the correction file. */
  merged: { replaced: number; added: number; ambiguous: number[] } | undefined
}

export type Ask =
  | { kind: 'open'; bytes: Uint8Array; fileName: string; rules: RulesOfList }
  | { kind: 'remap'; tableIndex: number; mapping: MappingOverride }
  | { kind: 'failing-file'; language: RosterLanguage }
  | { kind: 'people'; from: number; count: number }
  | { kind: 'merge'; bytes: Uint8Array; fileName: string }

export type Answer =
  | { kind: 'progress'; phase: ReadingPhase | 'CHECKING'; share: number }
  | { kind: 'reading'; reading: Reading }
  | { kind: 'file'; bytes: Uint8Array }
  | { kind: 'people'; rows: ReadRow[] }
  | { kind: 'problem'; problem: FileProblem; correction: boolean }
  | { kind: 'failed' }
