import { explain } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import type { Fen, Insurance } from '@shebao/kernel'

/** A sum over the people of an employer's list: their wages, or their bases for an insurance. */
export function explainListSum(amount: Fen, people: number, insurance?: Insurance): Explanation {
  const inputs = [explain('PEOPLE', 'DECLARED', 'PEOPLE', people)]
  return insurance === undefined
    ? explain('WAGES_SUM', 'SUM_OF_LIST', 'FEN', amount, { inputs })
    : explain('BASE_SUM', 'SUM_OF_LIST', 'FEN', amount, { inputs, params: { insurance } })
}

/** The two averages of a unit that follow from its list (domain specification, 4.2). */
export function explainUnitAverage(
  figure: 'averageMonthlyWageLastYear' | 'averageBaseThisYear',
  amount: Fen,
): Explanation {
  return figure === 'averageMonthlyWageLastYear'
    ? explain('UNIT_AVERAGE_WAGE', 'WAGES_OVER_LIST_MONTHS', 'FEN', amount, { rounding: 'HALF_UP_FEN' })
    : explain('UNIT_AVERAGE_BASE', 'BASES_OVER_LIST_PEOPLE', 'FEN', amount, { rounding: 'HALF_UP_FEN' })
}
