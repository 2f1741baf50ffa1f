import { PersonnelChecker, personnelContextOf } from '@shebao/declaration-rules'
import type { Issue, PersonnelTotals } from '@shebao/declaration-rules'
import type { PersonnelDraft } from '@shebao/roster'
import type { RulesOfList } from './roster-protocol.ts'

/** Somebody of the list and the number they bear, as the office answers. */
export interface SameNumber {
  /** The first row of the list with that number, which may be the person's own. */
  row: number
  /** The office says that another unit has them in pension or medical insurance. */
  activeElsewhere: boolean
}

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

/** With the rules' word on them. */
export interface CheckedRow extends ListedRow {
  issues: readonly Issue[]
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

export interface Judgement {
  issues: readonly Issue[]
  totals: Readonly<PersonnelTotals>
}

/** What the rules say of `draft` in that row, before it is saved; `before` undefined for somebody new. */
export function judge(
  rules: RulesOfList,
  draft: PersonnelDraft,
  before: Pick<ListedRow, 'row' | 'draft' | 'idDigitsLost'> | undefined,
  same: SameNumber | undefined,
): Judgement {
  const row = before?.row ?? (same?.row ?? 0) + 1
  const idDigitsLost = before?.idDigitsLost === true && before.draft.idNumber === draft.idNumber
  const person = { row, draft, idDigitsLost }
  const isActiveElsewhere = same?.activeElsewhere === true
  const { policy, today, year } = rules
  const context = { ...personnelContextOf(policy, today, year), isActiveElsewhere: () => isActiveElsewhere }
  // The earlier row with the number stands before this one, so that the same rule says what it says of a whole list.
  const earlier = same !== undefined && same.row < row ? [{ draft, row: same.row }] : []
  const checker = new PersonnelChecker(context, [...earlier, person])
  return { issues: checker.issuesOf(earlier.length), totals: new PersonnelChecker(context, [person]).totals }
}

/** Somebody as they came, with the rules' word. */
export function checkListed(rules: RulesOfList, listed: ListedRow): CheckedRow {
  const { issues } = judge(rules, listed.draft, listed, sameNumberOf(listed))
  return { ...listed, issues, state: stateOf(issues) }
}

export function sameNumberOf({ row, firstRow, activeElsewhere }: ListedRow): SameNumber {
  return { row: firstRow ?? row, activeElsewhere }
}

function stateOf(issues: readonly Issue[]): RowState {
  if (issues.some(({ severity }) => severity === 'error')) return 'ERROR'
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
