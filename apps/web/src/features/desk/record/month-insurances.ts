import type { StripeInsurance } from '../../../shared/ui/insurance-words.ts'
import type { MonthDetailFragment } from './month-detail.generated.ts'

export type Month = Omit<MonthDetailFragment, ' $fragmentName'>

type Amount =
  | `${'pension' | 'medical' | 'unemployment'}${'Base' | 'Employer' | 'Personal'}`
  | `${'workInjury' | 'maternity'}${'Base' | 'Employer'}`

export interface InsuranceOfMonth {
  insurance: StripeInsurance
  base: number
  employer: number
  personal: number
  /** Maternity that is collected with medical has no amount of its own (SIL 64). */
  included: boolean
}

/** The flat row of the contract as one entry an insurance. */
export function insurancesOf(month: Pick<Month, Amount>): InsuranceOfMonth[] {
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
