import { fen, isFen, mulDivHalfUp, paymentYear, LARGEST_MONTHLY_AMOUNT } from '@shebao/kernel'
import type { Fen, Period } from '@shebao/kernel'
import type { AVERAGE_ROUNDINGS } from './parameters/parameter-range.ts'

export type AverageRounding = (typeof AVERAGE_ROUNDINGS)[number]

/**
 * What a contribution base starts from: last year's wages over the months actually worked in it, an average already
 * known, or, for someone hired this year, the first month's wage until the next payment year (2.2).
 */
export type WageBasis =
  | { readonly wagesLastYear: Fen; readonly monthsWorked: number }
  | { readonly average: Fen }
  | { readonly wage: Fen }

export type WageProblem =
  | 'NOT_WHOLE_FEN'
  | 'NEGATIVE'
  | 'ABSURD'
  | 'MONTHS_OUT_OF_RANGE'
  | 'WAGES_WITHOUT_MONTHS'
  | 'FIRST_WAGE_MISSING'

export class WageError extends RangeError {
  override readonly name = 'WageError'
  readonly problem: WageProblem
  constructor(problem: WageProblem, value: number) {
    super(`unusable wage (${problem}): ${value}`)
    this.problem = problem
  }
}

export type WagesKnown = {
  /** Total wages of the last calendar year before the payment year, and the months worked in it; 0 for none. */
  readonly wagesLastYear: Fen
  readonly monthsWorked: number
  /** Wage of the first month, for someone hired since. */
  readonly firstMonthWage?: Fen | undefined
}

/**
 * The calendar year whose wages set the bases of a period: the one before its payment year. With a July start 2024-06 is
 * in payment year 2023 and rests on the wages of 2022, 2024-07 on those of 2023 (2.2).
 */
export function wageYear(paymentYearStartMonth: number, month: Period): number {
  return paymentYear(paymentYearStartMonth, month) - 1
}

/** What the base starts from: last year's wages, or the first month's wage when no month of last year was worked. */
export function wageBasis({ wagesLastYear, monthsWorked, firstMonthWage }: WagesKnown): WageBasis {
  if (monthsWorked !== 0) return { wagesLastYear, monthsWorked }
  if (wagesLastYear !== 0) throw new WageError('WAGES_WITHOUT_MONTHS', wagesLastYear)
  if (firstMonthWage === undefined) throw new WageError('FIRST_WAGE_MISSING', 0)
  return { wage: firstMonthWage }
}

/** Zero is an answer (it is raised to the floor); a negative or absurd wage is refused. */
export function monthlyWageProblem(amount: number): WageProblem | undefined {
  if (!isFen(amount)) return 'NOT_WHOLE_FEN'
  if (amount < 0) return 'NEGATIVE'
  return amount > LARGEST_MONTHLY_AMOUNT ? 'ABSURD' : undefined
}

/** The monthly average, rounded half-up once, straight to fen or to yuan. */
export function averageWage(basis: WageBasis, rounding: AverageRounding): Fen {
  const unit = rounding === 'YUAN' ? 100 : 1
  let average: Fen
  if ('wagesLastYear' in basis) {
    const { wagesLastYear, monthsWorked } = basis
    if (!Number.isInteger(monthsWorked) || monthsWorked < 1 || monthsWorked > 12) {
      throw new WageError('MONTHS_OUT_OF_RANGE', monthsWorked)
    }
    if (!isFen(wagesLastYear)) throw new WageError('NOT_WHOLE_FEN', wagesLastYear)
    if (wagesLastYear < 0) throw new WageError('NEGATIVE', wagesLastYear)
    average = fen(mulDivHalfUp(wagesLastYear, 1, monthsWorked * unit) * unit)
  } else {
    const given = 'average' in basis ? basis.average : basis.wage
    const problem = monthlyWageProblem(given)
    if (problem !== undefined) throw new WageError(problem, given)
    average = unit === 1 ? given : fen(Math.floor((given + unit / 2) / unit) * unit)
  }
  const problem = monthlyWageProblem(average)
  if (problem !== undefined) throw new WageError(problem, average)
  return average
}

export function contributionBase(average: Fen, floor: Fen, ceiling: Fen): Fen {
  return average < floor ? floor : average > ceiling ? ceiling : average
}

/**
 * Limits that a published average wage implies: 60 % and 300 %, half-up to whole yuan. Only to check a draft row
 * against: published limits differ (Beijing 2024 has a transitional floor), so they are stored, never derived.
 */
export function impliedLimits(publishedAverage: Fen): { floor: Fen; ceiling: Fen } {
  return {
    floor: fen(mulDivHalfUp(publishedAverage, 60, 100 * 100) * 100),
    ceiling: fen(mulDivHalfUp(publishedAverage, 300, 100 * 100) * 100),
  }
}
