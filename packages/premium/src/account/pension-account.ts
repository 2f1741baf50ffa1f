import { fen, mulDivHalfUp, PPM, sumFen, yearOf, monthOf } from '@shebao/kernel'
import type { Fen, Period } from '@shebao/kernel'
import type { ResolvedParameter } from '../parameters/parameters.ts'

/** The employee's share of pension premiums that came in during one month; less than nothing where more was refunded. */
export type AccountPosting = {
  readonly month: Period
  readonly amount: Fen
  /** It came from another region's account, or went to one. */
  readonly transferred?: boolean
}

export type AccountYear = {
  readonly year: number
  readonly opening: Fen
  /** What was posted in the year, by month of posting, each month once and what was transferred apart, in order. */
  readonly posted: readonly AccountPosting[]
  readonly principal: Fen
  /** Of the year; absent while the year runs and until its rate is published. */
  readonly rate: ResolvedParameter | undefined
  readonly interestOfOpening: Fen
  readonly interestOfPostings: Fen
  readonly interest: Fen
  readonly closing: Fen
  /** Whether this year and all before it have their interest: only then is the balance final. */
  readonly final: boolean
}

/**
 * A personal pension account from its first posting to a year; `rateOf` knows nothing of one that still runs (SIL 14; interim measures for personal accounts, 劳办发〔1997〕116号,
 * as commonly cited, text not seen): balance = opening × (1 + rate) + what was posted in the year + its interest, which is the sum of
 * amount × months (month of posting to December, both counted) × rate ÷ 12. What counts is when money came in or went back, not the
 * month it was for [PD]. Each of the two interests is rounded once, half up, away from nothing [PD].
 */
export function pensionAccount(
  postings: readonly AccountPosting[],
  rateOf: (year: number) => ResolvedParameter | undefined,
  lastYear: number,
): AccountYear[] {
  const byYear = Map.groupBy(joinMonths(postings), ({ month }) => yearOf(month))
  const first = Math.min(...byYear.keys(), lastYear + 1)
  const years: AccountYear[] = []
  for (let year = first; year <= lastYear; year += 1) {
    years.push(nextYear(year, years.at(-1), byYear.get(year) ?? [], rateOf(year)))
  }
  return years
}

function nextYear(
  year: number,
  before: AccountYear | undefined,
  posted: readonly AccountPosting[],
  rate: ResolvedParameter | undefined,
): AccountYear {
  const opening = before?.closing ?? fen(0)
  const principal = sumFen(posted.map(({ amount }) => amount))
  const ratePpm = Number(rate?.row.value ?? 0)
  const interestOfOpening = share(opening, ratePpm, PPM)
  const products = posted.reduce((sum, posting) => sum + posting.amount * monthsBearing(posting.month), 0)
  const interestOfPostings = share(products, ratePpm, 12 * PPM)
  const interest = sumFen([interestOfOpening, interestOfPostings])
  return {
    year,
    opening,
    posted,
    principal,
    rate,
    interestOfOpening,
    interestOfPostings,
    interest,
    closing: sumFen([opening, principal, interest]),
    final: rate !== undefined && (before?.final ?? true),
  }
}

/** January bears interest for twelve months of its year, December for one. */
export const monthsBearing = (month: Period): number => 13 - monthOf(month)

function joinMonths(postings: readonly AccountPosting[]): AccountPosting[] {
  return [...Map.groupBy(postings, ({ month, transferred }) => `${month}${transferred ? 't' : ''}`).values()]
    .flatMap(([first, ...same]) =>
      first ? [{ ...first, amount: sumFen([first.amount, ...same.map(({ amount }) => amount)]) }] : [],
    )
    .toSorted((a, b) => a.month.localeCompare(b.month))
}

/** What is taken back loses what it would have borne, to the fen. */
function share(amount: number, ratePpm: number, divisor: number): Fen {
  const size = mulDivHalfUp(Math.abs(amount), ratePpm, divisor)
  return amount < 0 ? fen(0 - size) : size
}
