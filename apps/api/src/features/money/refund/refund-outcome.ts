import type { Fen } from '@shebao/kernel'
import type { RefundFacts, RefundRefusal } from '@shebao/premium'
import { knownRefundRefusals } from '@shebao/premium'
import { leftOf } from './refund-money.ts'

export const refundRefusalCodes = [
  'AMOUNT_OUT_OF_RANGE',
  'MONEY_NOT_RECEIVED',
  'ALREADY_REFUNDED',
  'EXCEEDS_RECEIVED',
  'BENEFIT_DRAWN',
  'NOT_ORIGINAL_ACCOUNT',
  'PERSONAL_RECEIPT_MISSING',
  'NOTHING_TOO_MUCH',
  'WAGE_NOT_LOWER',
  'NOT_A_DUPLICATE',
  'DEBT_OPEN',
  'ALREADY_APPLIED',
  'NOT_IN_STATE',
  'SAME_PERSON',
  'BANK_REFERENCE_USED',
] as const
export type RefundRefusalCode = (typeof refundRefusalCodes)[number]

/** One thing that stands in the way, with what makes it plain: the amount that is left or owed, or a number. */
export interface RefundProblem {
  code: RefundRefusalCode
  amount?: Fen
  reference?: string
}

export type RefundOutcome = { kind: 'DONE'; refundId: string } | { kind: 'REFUSED'; problems: readonly RefundProblem[] }

export const refused = (...problems: readonly RefundProblem[]): RefundOutcome => ({ kind: 'REFUSED', problems })

/** The guards of 3.5 as problems with their figures. Of money that never came nothing else needs to be said. */
export function guardProblems(facts: RefundFacts): RefundProblem[] {
  const codes = knownRefundRefusals(facts)
  const never = codes.find((code) => code === 'MONEY_NOT_RECEIVED' || code === 'ALREADY_REFUNDED')
  const said: readonly RefundRefusal[] = never ? codes.filter((code) => code !== 'AMOUNT_OUT_OF_RANGE') : codes
  return said.map((code) => {
    if (code === 'EXCEEDS_RECEIVED') return { code, amount: leftOf(facts) }
    if (code === 'ALREADY_REFUNDED') return { code, amount: facts.alreadyRefunded }
    if (code === 'PERSONAL_RECEIPT_MISSING') return { code, amount: facts.personalShare }
    return { code }
  })
}
