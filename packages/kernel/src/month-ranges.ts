import { addMonths, parsePeriod, period, periodsBetween } from './period.ts'
import type { Period } from './period.ts'
import type { FiveInsurance } from './insurance.ts'

/** What moves with a person who is insured elsewhere (SIL 19, 32, 52; R765 12-15). Work injury and maternity start anew. */
export const MOVING_INSURANCES = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT'] as const satisfies readonly FiveInsurance[]
export type MovingInsurance = (typeof MOVING_INSURANCES)[number]

/** Months of one insurance on end, both ends counted. */
export interface MonthRange {
  readonly insurance: MovingInsurance
  readonly from: Period
  readonly to: Period
}

/** As somebody typed or handed it in. */
export interface TypedRange {
  readonly insurance: string
  readonly from: string
  readonly to: string
}

/** MONTH: not a month. ORDER: it ends before it begins. RUNNING: months that are not over. OVERLAPS: another row has them. */
export const rangeProblemCodes = ['INSURANCE', 'MONTH', 'ORDER', 'RUNNING', 'OVERLAPS'] as const
export type RangeProblemCode = (typeof rangeProblemCodes)[number]
export interface RangeProblem {
  /** Of the list, the first is 0. */
  readonly row: number
  readonly code: RangeProblemCode
}

/** The list as months, or the first thing wrong with each row of it. `running` is the month that is not over. */
export function readRanges(
  typed: readonly TypedRange[],
  running: Period,
): { readonly ranges: readonly MonthRange[]; readonly problems: readonly RangeProblem[] } {
  const ranges: MonthRange[] = []
  const problems: RangeProblem[] = []
  for (const [row, { insurance: name, ...typedMonths }] of typed.entries()) {
    const insurance = MOVING_INSURANCES.find((one) => one === name)
    const [from, to] = [parsePeriod(typedMonths.from), parsePeriod(typedMonths.to)]
    if (insurance === undefined) problems.push({ row, code: 'INSURANCE' })
    else if (from === undefined || to === undefined) problems.push({ row, code: 'MONTH' })
    else if (to < from) problems.push({ row, code: 'ORDER' })
    else if (to >= running) problems.push({ row, code: 'RUNNING' })
    else if (ranges.some((other) => other.insurance === insurance && other.from <= to && from <= other.to))
      problems.push({ row, code: 'OVERLAPS' })
    else ranges.push({ insurance, from, to })
  }
  return { ranges, problems }
}

/** Months as stretches on end, in order; a gap stays one. */
export function joinPeriods(months: Iterable<string>): { from: Period; to: Period }[] {
  const joined: { from: Period; to: Period }[] = []
  for (const month of [...new Set(months)].toSorted().map(period)) {
    const last = joined.at(-1)
    if (last && addMonths(last.to, 1) === month) last.to = month
    else joined.push({ from: month, to: month })
  }
  return joined
}

export const monthsOfRange = ({ from, to }: Pick<MonthRange, 'from' | 'to'>): Period[] => periodsBetween(from, to)

/** How many months an insurance has in a list, each once. */
export function countMonths(ranges: readonly MonthRange[], insurance: MovingInsurance): number {
  return new Set(ranges.filter((range) => range.insurance === insurance).flatMap(monthsOfRange)).size
}

/** The months of a list that count already: each counts once, and the other goes back. */
export function doubledRanges(
  ranges: readonly MonthRange[],
  counted: Readonly<Partial<Record<MovingInsurance, readonly string[]>>>,
): MonthRange[] {
  return MOVING_INSURANCES.flatMap((insurance) => {
    const known = new Set(counted[insurance])
    const months = ranges.filter((range) => range.insurance === insurance).flatMap(monthsOfRange)
    return joinPeriods(months.filter((month) => known.has(month))).map((doubled) => ({ insurance, ...doubled }))
  })
}
