import type { PersonnelDraft } from '@shebao/roster'
import type { RowIssueFragment } from './personnel.generated.ts'
import type { RulesOfList } from './roster-protocol.ts'

/** One person of the list as the office has them. */
export interface ListedRow {
  row: number
  draft: PersonnelDraft
  idDigitsLost: boolean
  activeElsewhere: boolean
  /** The first row with the same number, which may be this one; null without a number. */
  firstRow: number | null
}

export const ROW_STATES = ['ERROR', 'WARNING', 'FINE'] as const
export type RowState = (typeof ROW_STATES)[number]
export const STATE_FILTERS = ['ALL', ...ROW_STATES] as const
export type StateFilter = (typeof STATE_FILTERS)[number]

/** With the word of the office's rules on them. */
export interface CheckedRow extends ListedRow {
  issues: readonly RowIssueFragment[]
  state: RowState
}

/**
 * The list as the page holds it: how many there are and which rows they have, and nobody's data. People come by the window of the list
 * that is in sight, so that 50,000 open as fast as 50. Immutable to its readers.
 */
export interface HeldList {
  rules: RulesOfList
  /** Of the office's draft this was read from. */
  revision: number
  /** Counts up when somebody else changed the list: whoever was fetched before may be out of date. */
  reading: number
  /** Rows of all people, ascending. */
  rows: readonly number[]
  counts: Readonly<Record<RowState, number>>
}

export function checkedRow(listed: ListedRow, issues: CheckedRow['issues']): CheckedRow {
  return { ...listed, issues, state: stateOf(issues) }
}

function stateOf(issues: CheckedRow['issues']): RowState {
  if (issues.some(({ severity }) => severity === 'ERROR')) return 'ERROR'
  return issues.length > 0 ? 'WARNING' : 'FINE'
}

/** First and last row of each run, as the office answers, as the rows themselves. */
export function rowsOfRanges(ranges: readonly number[]): number[] {
  const rows: number[] = []
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const last = ranges[at + 1] ?? 0
    for (let row = ranges[at] ?? 0; row <= last; row += 1) rows.push(row)
  }
  return rows
}

/** The rows with one more, in order. */
export function withRow(rows: readonly number[], row: number): readonly number[] {
  return rows.includes(row) ? rows : [...rows, row].toSorted((a, b) => a - b)
}
