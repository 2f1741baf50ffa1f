import { stripeInsurances } from '../../../shared/ui/insurance-words.ts'
import type { StripeInsurance } from '../../../shared/ui/insurance-words.ts'
import type { BalancesQuery } from './balances.generated.ts'

type Balance = BalancesQuery['employer']['periodBalances'][number]
type Figures = Pick<Balance, 'charged' | 'settled' | 'writtenOff' | 'outstanding'>

/** A month with each insurance, what was booked as late fee, and the sums. */
export interface MonthOfYear {
  period: string
  of: Readonly<Record<StripeInsurance, { charged: number; outstanding: number }>>
  lateFee: number
  charged: number
  settled: number
  writtenOff: number
  outstanding: number
}

const nothing = { charged: 0, outstanding: 0 }
const figures = ['charged', 'settled', 'writtenOff', 'outstanding'] as const satisfies (keyof Figures)[]

/** Months in order, of those that were billed. */
export function monthsOfYear(balances: readonly Balance[]): MonthOfYear[] {
  const byPeriod = Map.groupBy(balances, ({ period }) => period)
  return [...byPeriod].map(([period, rows]) => {
    const of = Object.fromEntries(
      stripeInsurances.map((insurance) => [insurance, rows.find((row) => row.insurance === insurance) ?? nothing]),
    ) as Record<StripeInsurance, { charged: number; outstanding: number }>
    const sums = figures.map((figure) => rows.reduce((sum, row) => sum + row[figure], 0))
    const [charged = 0, settled = 0, writtenOff = 0, outstanding = 0] = sums
    const lateFee = rows.find((row) => row.insurance === null)?.charged ?? 0
    return { period, of, lateFee, charged, settled, writtenOff, outstanding }
  })
}
