import { fen } from '@shebao/kernel'
import { explain, explainParameter, explainSum } from '../explain/explanation.ts'
import type { Article, Explanation } from '../explain/explanation.ts'
import { monthsBearing } from './pension-account.ts'
import type { AccountPosting, AccountYear } from './pension-account.ts'

/** SIL 14: the account bears interest not below the rate of bank deposits; it cannot be drawn early and is inherited. */
const ACCOUNTS: readonly Article[] = [{ law: 'SIL', article: 14 }]

/** The balance at the end of the last of these years, down to every month in which something was posted. */
export function explainAccountYear(years: readonly AccountYear[]): Explanation {
  let before: Explanation | undefined
  for (const each of years) before = explainClosing(each, before)
  if (before === undefined) throw new RangeError('an account without a year')
  return before
}

function explainClosing(account: AccountYear, before: Explanation | undefined): Explanation {
  const params = { year: account.year }
  const opening = before
    ? { ...before, label: 'ACCOUNT_OPENING' as const, params }
    : explain('ACCOUNT_OPENING', 'BOOKED', 'FEN', account.opening, { params })
  const principal = explainSum('ACCOUNT_PRINCIPAL', account.posted.map(explainPosted), { params })
  return explainSum('ACCOUNT_CLOSING', [opening, principal, explainInterest(account)], { params, articles: ACCOUNTS })
}

const explainPosted = ({ month, amount, transferred = false }: AccountPosting) =>
  explain(transferred ? 'TRANSFERRED_IN_MONTH' : 'POSTED_IN_MONTH', 'BOOKED', 'FEN', amount, {
    params: { period: month },
  })

function explainInterest(account: AccountYear): Explanation {
  const { year, opening, posted, rate, interestOfOpening, interestOfPostings } = account
  const params = { year }
  if (rate === undefined) return explain('ACCOUNT_INTEREST', 'RATE_NOT_PUBLISHED', 'FEN', 0, { params })
  const published = explainParameter('ACCOUNT_RATE', 'PPM', rate, params)
  const products = explainSum(
    'MONTHLY_PRODUCTS',
    posted.map((posting) =>
      explain('MONTHLY_PRODUCT', 'AMOUNT_TIMES_MONTHS', 'FEN', fen(posting.amount * monthsBearing(posting.month)), {
        params: { period: posting.month },
        inputs: [explainPosted(posting), explain('MONTHS_COUNTED', 'BOOKED', 'MONTHS', monthsBearing(posting.month))],
      }),
    ),
  )
  const rounding = 'HALF_UP_FEN'
  return explainSum(
    'ACCOUNT_INTEREST',
    [
      explain('INTEREST_OF_OPENING', 'AMOUNT_TIMES_YEAR_RATE', 'FEN', interestOfOpening, {
        rounding,
        inputs: [explain('ACCOUNT_OPENING', 'BOOKED', 'FEN', opening, { params }), published],
      }),
      explain('INTEREST_OF_POSTINGS', 'PRODUCTS_TIMES_MONTH_RATE', 'FEN', interestOfPostings, {
        rounding,
        inputs: [products, published],
      }),
    ],
    { params },
  )
}
