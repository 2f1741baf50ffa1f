import type { ChangeColumn, ChangeColumns, Issue, MonthlyContext } from '@shebao/declaration-rules'
import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import type { FileProblem, MappingOverride, PersonnelDraft, RosterLanguage, TableReading } from '@shebao/roster'

/** What the page and the worker say to each other about one list of changes. Bytes are handed over, not copied. */

export interface ReadChange {
  row: number
  draft: MonthlyChangeDraft
}

/** Somebody of a list of staff. */
export interface ReadPerson {
  row: number
  draft: PersonnelDraft
}

/** A row that needs mending, with whom it is about. */
export interface FaultyRow {
  row: number
  name: string
  issues: readonly Issue[]
}

export interface FileReading {
  fileName: string
  rows: number
  joins: number
  stops: number
  others: number
  faulty: number
  /** The first of them. */
  listed: FaultyRow[]
  columns: ChangeColumns
  /** Columns that nothing was made of. */
  unmapped: { column: number; header: string }[]
  /** The one month that the file names. */
  month: string | undefined
  /** Every row is about a month that has closed: it is the list of an earlier month. */
  closed: boolean
  /** What was taken for what, among the columns about people. */
  table: TableReading
}

/** A list of changes, or the list of everybody who is with the unit. */
export type FilePurpose = 'CHANGES' | 'PEOPLE'

export type Ask =
  | { kind: 'open'; bytes: Uint8Array; fileName: string; period: string; context: MonthlyContext; purpose: FilePurpose }
  | { kind: 'columns'; columns: Partial<Record<ChangeColumn, number | null>> }
  | { kind: 'remap'; tableIndex: number; mapping: MappingOverride }
  | { kind: 'people'; from: number; count: number }
  | { kind: 'template'; language: RosterLanguage }
  | { kind: 'part'; from: number; count: number }

export type Answer =
  | { kind: 'reading'; reading: FileReading }
  | { kind: 'template'; bytes: Uint8Array }
  | { kind: 'part'; rows: ReadChange[] }
  | { kind: 'people'; rows: ReadPerson[] }
  | { kind: 'problem'; problem: FileProblem }
  | { kind: 'failed' }
