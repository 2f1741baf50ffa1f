import type { TotalCheck } from '@shebao/roster'
import type { Issue } from '../issue.ts'
import type { PersonnelRow } from '../personnel-row.ts'
import { issueOf } from '../rule.ts'
import { FILE_TOTAL } from './list-rules.ts'

export type StatedTotal = TotalCheck

/**
 * The totals a file states against its rows. Only money that adds up is compared: a column of averages or months has
 * no sum that means anything, and while a row's value is unknown the sum is unknown too.
 */
export function checkFileTotals(totals: readonly StatedTotal[], rows: readonly PersonnelRow[]): readonly Issue[] {
  const issues: Issue[] = []
  const wagesKnown = totals.length > 0 && rows.every(({ draft }) => draft.wagesLastYear !== undefined)
  for (const { row, field, stated, computed, ok, unreadRows } of totals) {
    if (ok || unreadRows > 0 || (field !== 'wagesLastYear' && field !== 'firstMonthWage')) continue
    if (field === 'wagesLastYear' && !wagesKnown) continue
    const params = { statedFen: stated, sumFen: computed, differenceFen: stated - computed }
    issues.push({ ...issueOf(FILE_TOTAL, field, params, undefined, row), path: `personnel.*.${field}` })
  }
  return issues
}
