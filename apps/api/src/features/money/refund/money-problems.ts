import type { Platform } from '../../../platform/platform.ts'
import { debtProblems } from './apply-refund.ts'
import { factsOf, loadMoney, sharesAreLeft } from './refund-money.ts'
import type { Subject } from './refund-money.ts'
import { guardProblems } from './refund-outcome.ts'
import type { RefundProblem } from './refund-outcome.ts'
import type { RefundRow } from './refund.repository.ts'

export const subjectOfRow = (refund: RefundRow): Subject => ({ ...refund, source: refund.source as Subject['source'] })

/** The guards as of now, with what is known of the refund; a month's money is held while the transaction lasts. */
export async function moneyProblems(
  platform: Platform,
  refund: RefundRow,
  toOriginalAccount: boolean | null = null,
): Promise<RefundProblem[]> {
  const money = await loadMoney(platform, subjectOfRow(refund), true)
  const problems = [
    ...guardProblems(factsOf(refund, money, toOriginalAccount)),
    ...(await debtProblems(platform, subjectOfRow(refund))),
  ]
  const known = problems.some(({ code }) =>
    ['EXCEEDS_RECEIVED', 'MONEY_NOT_RECEIVED', 'ALREADY_REFUNDED'].includes(code),
  )
  return known || refund.source !== 'MONTH' || sharesAreLeft(refund.shares, money)
    ? problems
    : [...problems, { code: 'EXCEEDS_RECEIVED' }]
}
