import type { FiveInsurance } from '@shebao/premium';
import { contributionBase, fen, FIVE_INSURANCES } from '@shebao/premium';
import type { EmploymentForm, HouseholdType, PersonnelDraft } from '@shebao/roster';
import type { PreparedContext } from '../personnel-context.ts';

/** What one row adds to the totals of the list; kept per row so that an edit can be taken back out. */
export interface RowContribution {
  readonly wages: number;
  readonly months: number;
  readonly employmentForm: EmploymentForm | undefined;
  readonly householdType: HouseholdType | undefined;
  /** Base in fen per insurance in the order of FIVE_INSURANCES: 0 does not take part, -1 takes part, base unknown,
   *  -2 nobody said whether. */
  readonly bases: readonly number[];
}

const NO_PART = 0;
const BASE_UNKNOWN = -1;
const PART_UNKNOWN = -2;

/** A sum together with how many rows could not say; with any of those the sum is unknown, not short. */
export interface Sum {
  value: number;
  unknown: number;
}

export interface PersonnelTotals {
  people: number;
  readonly wages: Sum;
  readonly months: Sum;
  readonly employmentForm: Record<EmploymentForm, number> & { unknown: number };
  readonly householdType: Record<HouseholdType, number> & { unknown: number };
  readonly insured: Record<FiveInsurance, Sum>;
  readonly bases: Record<FiveInsurance, Sum>;
}

function perInsurance(): Record<FiveInsurance, Sum> {
  const zero = (): Sum => ({ value: 0, unknown: 0 });
  return { PENSION: zero(), MEDICAL: zero(), UNEMPLOYMENT: zero(), WORK_INJURY: zero(), MATERNITY: zero() };
}

export function emptyTotals(): PersonnelTotals {
  return {
    people: 0,
    wages: { value: 0, unknown: 0 },
    months: { value: 0, unknown: 0 },
    employmentForm: { REGULAR: 0, CONTRACT: 0, TEMPORARY: 0, SEASONAL: 0, unknown: 0 },
    householdType: { LOCAL_URBAN: 0, LOCAL_RURAL: 0, NONLOCAL_URBAN: 0, NONLOCAL_RURAL: 0, unknown: 0 },
    insured: perInsurance(),
    bases: perInsurance(),
  };
}

/** Reads what the row check just learnt: base = clamp(monthly wage) per insurance (domain 2.2). */
export function contributionOf(draft: PersonnelDraft, context: PreparedContext): RowContribution {
  const { wages, months, monthlyWage } = context.reading;
  const bases = FIVE_INSURANCES.map((insurance, index) => {
    const takesPart = draft.participation?.[insurance];
    if (takesPart !== true) return takesPart === false ? NO_PART : PART_UNKNOWN;
    const limits = context.limitList[index];
    if (limits === undefined || monthlyWage < 0) return BASE_UNKNOWN;
    return contributionBase(fen(monthlyWage), limits.floor, limits.ceiling);
  });
  return { wages, months, employmentForm: draft.employmentForm, householdType: draft.householdType, bases };
}

/** Adds a row (`sign` 1) to the totals or takes it out again (`sign` -1). */
export function addContribution(totals: PersonnelTotals, row: RowContribution, sign: 1 | -1): void {
  totals.people += sign;
  addTo(totals.wages, row.wages, sign);
  addTo(totals.months, row.months, sign);
  totals.employmentForm[row.employmentForm ?? 'unknown'] += sign;
  totals.householdType[row.householdType ?? 'unknown'] += sign;
  FIVE_INSURANCES.forEach((insurance, index) => {
    const base = row.bases[index] ?? PART_UNKNOWN;
    addTo(totals.bases[insurance], base, sign);
    addTo(totals.insured[insurance], base === PART_UNKNOWN ? -1 : base === NO_PART ? 0 : 1, sign);
  });
}

function addTo(sum: Sum, value: number, sign: 1 | -1): void {
  if (value < 0) sum.unknown += sign;
  else sum.value += sign * value;
}

export function knownValue(sum: Sum): number | undefined {
  return sum.unknown === 0 ? sum.value : undefined;
}
