import type { FiveInsurance } from '@shebao/kernel'
import { fen, FIVE_INSURANCES } from '@shebao/kernel'
import { contributionBase } from '@shebao/premium'
import type { EmploymentForm, HouseholdType, PersonnelDraft } from '@shebao/roster'
import type { BaseLimits, PreparedContext } from '../personnel-context.ts'

/** A sum together with how many rows could not say; with any of those the sum is unknown, not short. */
export interface Sum {
  value: number
  unknown: number
}

/** What a row contributes when it cannot say. */
const UNKNOWN = -1

export interface PersonnelTotals {
  people: number
  readonly wages: Sum
  readonly months: Sum
  readonly employmentForm: Record<EmploymentForm, number> & { unknown: number }
  readonly householdType: Record<HouseholdType, number> & { unknown: number }
  readonly insured: Record<FiveInsurance, Sum>
  readonly bases: Record<FiveInsurance, Sum>
}

function perInsurance(): Record<FiveInsurance, Sum> {
  const zero = (): Sum => ({ value: 0, unknown: 0 })
  return { PENSION: zero(), MEDICAL: zero(), UNEMPLOYMENT: zero(), WORK_INJURY: zero(), MATERNITY: zero() }
}

export function emptyTotals(): PersonnelTotals {
  return {
    people: 0,
    wages: { value: 0, unknown: 0 },
    months: { value: 0, unknown: 0 },
    employmentForm: { REGULAR: 0, CONTRACT: 0, TEMPORARY: 0, SEASONAL: 0, unknown: 0 },
    householdType: {
      LOCAL_URBAN: 0,
      LOCAL_RURAL: 0,
      NONLOCAL_URBAN: 0,
      NONLOCAL_RURAL: 0,
      HMT_RESIDENT: 0,
      FOREIGN_NATIONAL: 0,
      unknown: 0,
    },
    insured: perInsurance(),
    bases: perInsurance(),
  }
}

/**
 * Adds the row that was just checked to the totals (`sign` 1) or takes it out again (`sign` -1), from what the check
 * learnt: base = clamp(monthly wage) per insurance (domain 2.2).
 */
export function addPerson(
  totals: PersonnelTotals,
  draft: PersonnelDraft,
  context: PreparedContext,
  sign: 1 | -1,
): void {
  const { wages, months, monthlyWage } = context.reading
  totals.people += sign
  addTo(totals.wages, wages, sign)
  addTo(totals.months, months, sign)
  totals.employmentForm[draft.employmentForm ?? 'unknown'] += sign
  totals.householdType[draft.householdType ?? 'unknown'] += sign
  for (let index = 0; index < FIVE_INSURANCES.length; index += 1) {
    const insurance = FIVE_INSURANCES[index] ?? 'PENSION'
    const takesPart = draft.participation?.[insurance]
    addTo(totals.insured[insurance], takesPart === undefined ? UNKNOWN : takesPart ? 1 : 0, sign)
    addTo(totals.bases[insurance], baseOf(takesPart, monthlyWage, context.limitList[index]), sign)
  }
}

function baseOf(takesPart: boolean | undefined, monthlyWage: number, limits: BaseLimits | undefined): number {
  if (takesPart === false) return 0
  if (takesPart === undefined || monthlyWage < 0 || limits === undefined) return UNKNOWN
  return contributionBase(fen(monthlyWage), limits.floor, limits.ceiling)
}

function addTo(sum: Sum, value: number, sign: 1 | -1): void {
  if (value < 0) sum.unknown += sign
  else sum.value += sign * value
}

export function knownValue(sum: Sum): number | undefined {
  return sum.unknown === 0 ? sum.value : undefined
}
