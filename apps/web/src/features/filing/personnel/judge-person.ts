import { PersonnelChecker, personnelContextOf } from '@shebao/declaration-rules'
import type { Issue, PersonnelTotals } from '@shebao/declaration-rules'
import type { PersonnelDraft } from '@shebao/roster'
import type { ListedRow } from './personnel-list.ts'
import type { RulesOfList } from './roster-protocol.ts'

// The rules themselves come with the window of one person: what they say of those in the table comes from the office.

/** Somebody of the list and the number they bear, as the office answers. */
export interface SameNumber {
  /** The first row of the list with that number, which may be the person's own. */
  row: number
  /** The office says that another unit has them in pension or medical insurance. */
  activeElsewhere: boolean
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

export function sameNumberOf({ row, firstRow, activeElsewhere }: ListedRow): SameNumber {
  return { row: firstRow ?? row, activeElsewhere }
}
