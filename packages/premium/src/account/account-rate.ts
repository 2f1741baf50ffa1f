import { period } from '@shebao/kernel'
import type { ResolvedParameter } from '../parameters/parameters.ts'
import type { ParameterRow } from '../parameters/parameter-row.ts'

/**
 * The book-keeping rate (记账利率) that the state published for a calendar year. It is never carried over: until a year's own is
 * published nobody knows the interest of that year. A region need not answer for the months of the year: accounts are older than its bills.
 */
export function accountRate(
  rows: readonly ParameterRow[],
  region: string,
  year: number,
): ResolvedParameter | undefined {
  const end = period(`${year}-12`)
  const holding = rows.filter(
    (row) =>
      row.name === 'ACCOUNT_INTEREST_RATE' &&
      row.region === region &&
      row.validFrom <= end &&
      (row.validTo === null || row.validTo >= end),
  )
  const [row] = holding.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))
  return row && { row, carriedOver: false }
}
