import { derived } from './explain-balance.ts'
import type { Derived } from './explain-balance.ts'
import { explainSum } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { yearOf } from './period.ts'
import type { Period } from './period.ts'

/** One month of a person: what was paid for it, or the derivation of that. */
export type PersonMonth = { readonly period: Period; readonly amount: Derived }

/**
 * What a person's months come to, as on a payment certificate: sum ← years ← months in order of time. A month may appear
 * more than once (a difference, a back payment); an empty list has no derivation.
 */
export function explainPersonSum(months: readonly PersonMonth[]): Explanation | undefined {
  const inOrder = months.toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const years = [...Map.groupBy(inOrder, ({ period }) => yearOf(period))].map(([year, ofYear]) =>
    explainSum(
      'YEAR_SUM',
      ofYear.map(({ period, amount }) => derived('MONTH_SUM', amount, { period })),
      { params: { year } },
    ),
  )
  return explainSum('PERSON_SUM', years, { params: { from: first.period, to: last.period } })
}
