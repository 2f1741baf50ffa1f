import { averageWage } from '../base.ts'
import { explainLateFee } from './explain-debt.ts'
import { explainNotice, groupPeople, GROUPS_SHOWN } from './explain-notice.ts'
import { explainSum } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import type { LateFeeInput } from '../claims/late-fee.ts'
import type { Period } from '@shebao/kernel'
import type { Policy } from '../policy.ts'
import { absenceMask, assessPeople } from '../premium.ts'
import type { PersonInput } from '../premium.ts'

/** One month of a back payment with everyone it is asked for: one notice, and so one late fee (3.5). */
export type BackPaymentNotice = {
  readonly period: Period
  readonly policy: Policy
  readonly people: readonly PersonInput[]
  readonly lateFee: LateFeeInput
}

/**
 * A planned back payment: every month by the parameters of that month, and its late fee. Bounded however many people there are,
 * as a notice is.
 */
export function explainBackPayment(
  months: readonly BackPaymentNotice[],
  groupsShown: number = GROUPS_SHOWN,
): Explanation {
  return explainSum(
    'BACK_PAYMENT',
    months.map((month) => explainBackPaymentMonth(month, groupsShown)),
  )
}

export function explainBackPaymentMonth(
  { period, policy, people, lateFee }: BackPaymentNotice,
  groupsShown: number = GROUPS_SHOWN,
): Explanation {
  const columns = assessPeople(
    policy,
    people.map((person) => averageWage(person, policy.averageRounding)),
    people.map(({ participation }) => absenceMask(participation ?? {})),
    people.map(({ fixedAlreadyCharged }) => Number(fixedAlreadyCharged ?? false)),
  )
  const premium = explainNotice(policy, groupPeople(policy, columns, people), groupsShown)
  return explainSum('BACK_PAYMENT_MONTH', [premium, explainLateFee(lateFee)], { params: { period } })
}

/** The premiums or the late fees of a back payment, of one month or of all; undefined for a month it does not have. */
export function backPaymentFigure(
  backPayment: Explanation,
  figure: 'PREMIUM' | 'LATE_FEE',
  period?: Period,
): Explanation | undefined {
  const label = figure === 'PREMIUM' ? 'TOTAL' : 'LATE_FEE'
  const months = backPayment.inputs.map((month) => ({
    ...month,
    inputs: month.inputs.filter((input) => input.label === label),
  }))
  if (period !== undefined) return months.find(({ params }) => params['period'] === period)?.inputs[0]
  return explainSum(
    'BACK_PAYMENT',
    months.map(({ inputs, params }) => explainSum('BACK_PAYMENT_MONTH', inputs, { params })),
  )
}
