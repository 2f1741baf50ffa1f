import type { GridMonth } from '../../../shared/ui/month-grid.tsx'
import { stripeInsurances, type StripeInsurance } from '../../../shared/ui/insurance-words.ts'
import type { MyRecordQuery } from './me.generated.ts'

export type Month = MyRecordQuery['me']['payments']['edges'][number]['node']

export interface InsuranceOfMonth {
  insurance: StripeInsurance
  base: number
  employer: number
  personal: number
  /** Maternity that is collected with medical has no amount of its own (SIL 64). */
  included: boolean
}

/** The flat row of the contract as one entry an insurance. */
export function insurancesOf(month: Month): InsuranceOfMonth[] {
  const of = (insurance: StripeInsurance, base: number, employer: number, personal: number): InsuranceOfMonth => ({
    insurance,
    base,
    employer,
    personal,
    included: insurance === 'MATERNITY' && base === 0 && month.medicalBase > 0,
  })
  return [
    of('PENSION', month.pensionBase, month.pensionEmployer, month.pensionPersonal),
    of('MEDICAL', month.medicalBase, month.medicalEmployer, month.medicalPersonal),
    of('UNEMPLOYMENT', month.unemploymentBase, month.unemploymentEmployer, month.unemploymentPersonal),
    of('WORK_INJURY', month.workInjuryBase, month.workInjuryEmployer, 0),
    of('MATERNITY', month.maternityBase, month.maternityEmployer, 0),
  ]
}

/**
 * Which status wins when two employers report one month: an unpaid part must stay visible, and a month that another employer
 * paid counts although this one’s was refunded (a duplicate month counts once).
 */
const weight = { UNPAID: 4, DEFERRED: 3, BACK_PAID: 2, PAID: 1, REFUNDED: 0 } as const

/** Rows of one month, from however many employers, as one cell of the grid. */
export function gridMonths(months: readonly Month[]): GridMonth[] {
  const cells = new Map<string, GridMonth>()
  for (const month of months) {
    // The row of a refund says what went back; whether the month still counts stands on the month itself.
    if (month.kind === 'REFUND') continue
    const cell = cells.get(month.period) ?? { period: month.period, status: {} }
    for (const insurance of stripeInsurances) {
      const part = insurancesOf(month).find((one) => one.insurance === insurance)
      if (!part || (part.base === 0 && !part.included)) continue
      const known = cell.status[insurance]
      if (known === undefined || weight[month.status] > weight[known]) cell.status[insurance] = month.status
    }
    cells.set(month.period, cell)
  }
  return [...cells.values()]
}
