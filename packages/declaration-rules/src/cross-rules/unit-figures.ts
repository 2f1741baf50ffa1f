import type { FiveInsurance } from '@shebao/kernel'
import { FIVE_INSURANCES } from '@shebao/kernel'
import type { PersonnelTotals } from './personnel-totals.ts'
import { knownValue } from './personnel-totals.ts'

/** Figures of the unit form that follow from the list; a figure some row cannot tell is absent. */
export interface UnitFigures {
  readonly staffTotal: number
  readonly staffRegular?: number
  readonly staffContract?: number
  readonly staffTemporary?: number
  readonly staffSeasonal?: number
  readonly staffLocal?: number
  readonly staffNonlocal?: number
  readonly staffUrban?: number
  readonly staffRural?: number
  readonly insuredCount: Partial<Record<FiveInsurance, number>>
  readonly totalWagesLastYear?: number
  readonly averageMonthlyWageLastYear?: number
  readonly averageBaseThisYear?: number
  readonly annualContributionBase: Partial<Record<FiveInsurance, number>>
}

/** The figures as the list gives them, in fen; the form offers them and the rules compare with them. */
export function figuresOf(totals: PersonnelTotals): UnitFigures {
  const { employmentForm: form, householdType: household } = totals
  // The form knows four kinds: who has no household registration is insured as urban staff are and is no local (MOHRSS 2011
  // order 16, art. 3; 2019 order 41, art. 2) [PD].
  const registeredNowhere = household.HMT_RESIDENT + household.FOREIGN_NATIONAL
  const wages = knownValue(totals.wages)
  const averageMonthlyWageLastYear = quotient(wages, knownValue(totals.months))
  const averageBaseThisYear = quotient(knownValue(totals.bases.PENSION), knownValue(totals.insured.PENSION))
  return {
    staffTotal: totals.people,
    ...(form.unknown > 0
      ? {}
      : {
          staffRegular: form.REGULAR,
          staffContract: form.CONTRACT,
          staffTemporary: form.TEMPORARY,
          staffSeasonal: form.SEASONAL,
        }),
    ...(household.unknown > 0
      ? {}
      : {
          staffLocal: household.LOCAL_URBAN + household.LOCAL_RURAL,
          staffNonlocal: household.NONLOCAL_URBAN + household.NONLOCAL_RURAL + registeredNowhere,
          staffUrban: household.LOCAL_URBAN + household.NONLOCAL_URBAN + registeredNowhere,
          staffRural: household.LOCAL_RURAL + household.NONLOCAL_RURAL,
        }),
    insuredCount: perInsurance((insurance) => knownValue(totals.insured[insurance])),
    ...(wages === undefined ? {} : { totalWagesLastYear: wages }),
    ...(averageMonthlyWageLastYear === undefined ? {} : { averageMonthlyWageLastYear }),
    ...(averageBaseThisYear === undefined ? {} : { averageBaseThisYear }),
    annualContributionBase: perInsurance((insurance) => knownValue(totals.bases[insurance])),
  }
}

/** Half up to the fen; nothing over nothing is 0. */
function quotient(sum: number | undefined, count: number | undefined): number | undefined {
  if (sum === undefined || count === undefined) return undefined
  return count === 0 ? 0 : Math.floor((2 * sum + count) / (2 * count))
}

function perInsurance(
  valueOf: (insurance: FiveInsurance) => number | undefined,
): Partial<Record<FiveInsurance, number>> {
  const values: Partial<Record<FiveInsurance, number>> = {}
  for (const insurance of FIVE_INSURANCES) {
    const value = valueOf(insurance)
    if (value !== undefined) values[insurance] = value
  }
  return values
}
