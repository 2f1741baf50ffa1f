import { PersonnelChecker, personnelContextOf } from '@shebao/declaration-rules'
import type { Issue, PersonnelTotals } from '@shebao/declaration-rules'
import { matchKey } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import type { RulesOfList } from './roster-protocol.ts'

/** One person of the list as the page holds them. */
export interface ListedRow {
  row: number
  draft: PersonnelDraft
  idDigitsLost: boolean
  /** The office says that another unit has them in pension or medical insurance. */
  activeElsewhere: boolean
}

export const ROW_STATES = ['ERROR', 'WARNING', 'FINE'] as const
export type RowState = (typeof ROW_STATES)[number]

/**
 * The whole list with the rules' word on it, kept in the page: filtering, sums and problems are at hand without asking the office.
 * Immutable to its readers; every change gives a new one.
 */
export class PersonnelList {
  readonly rows: readonly ListedRow[]
  readonly rules: RulesOfList
  readonly #checker: PersonnelChecker

  constructor(rules: RulesOfList, rows: readonly ListedRow[]) {
    this.rules = rules
    this.rows = rows.toSorted((a, b) => a.row - b.row)
    this.#checker = new PersonnelChecker(this.#context(this.rows), this.rows)
  }

  #context(rows: readonly ListedRow[]) {
    const elsewhere = new Set(
      rows.flatMap(({ draft, activeElsewhere }) => (activeElsewhere ? (matchKey(draft) ?? []) : [])),
    )
    const { policy, today, year } = this.rules
    return { ...personnelContextOf(policy, today, year), isActiveElsewhere: (key: string) => elsewhere.has(key) }
  }

  get totals(): Readonly<PersonnelTotals> {
    return this.#checker.totals
  }

  issuesAt(index: number): readonly Issue[] {
    return this.#checker.issuesOf(index)
  }

  stateAt(index: number): RowState {
    const issues = this.issuesAt(index)
    if (issues.some(({ severity }) => severity === 'error')) return 'ERROR'
    return issues.length > 0 ? 'WARNING' : 'FINE'
  }

  /** Indexes of the rows in each state, worked out once. */
  byState(): Readonly<Record<RowState, number[]>> {
    const found: Record<RowState, number[]> = { ERROR: [], WARNING: [], FINE: [] }
    for (let index = 0; index < this.rows.length; index += 1) found[this.stateAt(index)].push(index)
    return found
  }

  /** What the rules would say of `draft` in that row, before it is saved; `row` undefined for somebody new. */
  judge(
    draft: PersonnelDraft,
    row: number | undefined,
  ): { issues: readonly Issue[]; totals: Readonly<PersonnelTotals> } {
    const key = matchKey(draft)
    const before = this.rows.find((other) => other.row === row)
    const sameNumber = key === undefined ? undefined : this.rows.find((other) => matchKey(other.draft) === key)
    const isLater = sameNumber !== undefined && sameNumber.row !== row && (row === undefined || sameNumber.row < row)
    const listed: ListedRow = {
      row: row ?? this.nextRow,
      draft,
      idDigitsLost: before?.idDigitsLost === true && before.draft.idNumber === draft.idNumber,
      activeElsewhere: sameNumber?.activeElsewhere ?? false,
    }
    const context = this.#context([listed])
    const checker = new PersonnelChecker(context, isLater ? [sameNumber, listed] : [listed])
    return { issues: checker.issuesOf(isLater ? 1 : 0), totals: new PersonnelChecker(context, [listed]).totals }
  }

  get nextRow(): number {
    return (this.rows.at(-1)?.row ?? 0) + 1
  }

  with(changed: ListedRow): PersonnelList {
    return new PersonnelList(this.rules, [...this.rows.filter(({ row }) => row !== changed.row), changed])
  }

  /** The list after a file was saved into it; what the office knows of other units comes with the next reading. */
  takingIn(rows: readonly Omit<ListedRow, 'activeElsewhere'>[], mode: 'REPLACE' | 'MERGE'): PersonnelList {
    const taken = new Set(rows.map(({ row }) => row))
    const kept = mode === 'REPLACE' ? [] : this.rows.filter(({ row }) => !taken.has(row))
    return new PersonnelList(this.rules, [...kept, ...rows.map((row) => ({ ...row, activeElsewhere: false }))])
  }

  without(rowNos: ReadonlySet<number>): PersonnelList {
    return new PersonnelList(
      this.rules,
      this.rows.filter(({ row }) => !rowNos.has(row)),
    )
  }
}
