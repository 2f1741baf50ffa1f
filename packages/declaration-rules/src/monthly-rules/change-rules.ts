import { defineRule } from '../rule.ts'
import type { IssueCode } from '../issue.ts'

/** Rules of one monthly change (domain 3.1; M20 arts. 4-5). */
const rule = (
  id: string,
  code: IssueCode,
  fields: string | readonly string[],
  needs: readonly string[] = [],
  source = 'domain 3.1',
) => defineRule('monthly', { id: `monthly.${id}`, code, fields, needs, source })

export const TYPE_REQUIRED = rule('changeType.required', 'REQUIRED', 'changeType')
export const NAME_REQUIRED = rule('name.required', 'REQUIRED', 'name', [], 'domain 3.1; M20 art. 5')
export const NAME_FORMAT = rule('name.format', 'FORMAT', 'name', ['name'], 'domain 1.5')
export const ID_REQUIRED = rule('idNumber.required', 'REQUIRED', 'idNumber', [], 'domain 3.1; SIL art. 58')
export const ID_FORMAT = rule('idNumber.format', 'FORMAT', 'idNumber', ['idNumber'], 'domain 1.1-1.3')
export const ID_REGION = rule('idNumber.region', 'REGION', 'idNumber', ['idNumber'], 'domain 1.1-1.3')
export const ID_BIRTH_DATE = rule('idNumber.birthDate', 'BIRTH_DATE', 'idNumber', ['idNumber'], 'domain 1.1')
export const ID_CHECKSUM = rule('idNumber.checksum', 'CHECKSUM', 'idNumber', ['idNumber'], 'domain 1.1-1.3')
export const INSURANCES_REQUIRED = rule('insurances.required', 'REQUIRED', 'insurances')
export const HIRE_REQUIRED = rule('hireDate.required', 'REQUIRED', 'hireDate', ['changeType'])
export const HIRE_FORMAT = rule('hireDate.format', 'FORMAT', 'hireDate', ['hireDate'])
export const HIRE_FUTURE = rule('hireDate.future', 'RANGE', 'hireDate', ['hireDate'])
export const UNDER_AGE = rule(
  'age.minimum',
  'RANGE',
  'idNumber',
  ['changeType', 'idNumber'],
  'domain 3.1; Labour Law art. 15',
)
export const PAST_RETIREMENT = defineRule('monthly', {
  id: 'monthly.age.retirement',
  severity: 'warning',
  code: 'PAST_RETIREMENT',
  fields: 'idNumber',
  needs: ['changeType', 'idNumber'],
  source: 'domain 2.5, 3.1',
})
export const EFFECTIVE_REQUIRED = rule('effectivePeriod.required', 'REQUIRED', 'effectivePeriod')
export const EFFECTIVE_FORMAT = rule('effectivePeriod.format', 'FORMAT', 'effectivePeriod', ['effectivePeriod'])
export const EFFECTIVE_BEFORE_HIRE = rule('effectivePeriod.hire', 'DATE_ORDER', 'effectivePeriod', [
  'effectivePeriod',
  'hireDate',
])
export const EFFECTIVE_CLOSED = rule(
  'effectivePeriod.cutOff',
  'RANGE',
  'effectivePeriod',
  ['effectivePeriod'],
  'domain 3.1: after the cut-off, next month',
)
export const LAST_PAYABLE_REQUIRED = rule('lastPayablePeriod.required', 'REQUIRED', 'lastPayablePeriod', ['changeType'])
export const LAST_PAYABLE_FORMAT = rule('lastPayablePeriod.format', 'FORMAT', 'lastPayablePeriod', [
  'lastPayablePeriod',
])
export const LAST_PAYABLE_PAST = rule(
  'lastPayablePeriod.current',
  'RANGE',
  'lastPayablePeriod',
  ['lastPayablePeriod'],
  'domain 3.1: the current month is still paid',
)
export const EFFECTIVE_DERIVED = rule('effectivePeriod.derived', 'DERIVED_MISMATCH', 'effectivePeriod', [
  'effectivePeriod',
  'lastPayablePeriod',
])
export const WAGE_REQUIRED = rule('monthlyWage.required', 'REQUIRED', 'monthlyWage', ['changeType'], 'domain 2.2, 3.1')
export const WAGE_RANGE = rule('monthlyWage.range', 'RANGE', 'monthlyWage', ['monthlyWage'], 'domain 2.2')
export const REASON_REQUIRED = rule('reason.required', 'REQUIRED', 'reason', ['changeType', 'annualWindowOpen'])
export const INFO_FIELD_REQUIRED = rule('infoField.required', 'REQUIRED', 'infoField', ['changeType'])
export const INFO_VALUE_REQUIRED = rule('infoValue.required', 'REQUIRED', 'infoValue', ['changeType'])
export const ACTIVE_ELSEWHERE = rule('idNumber.activeElsewhere', 'ACTIVE_ELSEWHERE', 'idNumber', [
  'idNumber',
  'insurances',
])
export const ONE_OPEN_CHANGE = rule(
  'change.duplicate',
  'DUPLICATE',
  'insurances',
  ['idNumber', 'insurances', 'effectivePeriod'],
  'domain 3.1: one open change per person, insurance and period',
)

export const UNREADABLE = rule('value.format', 'FORMAT', [
  'changeType',
  'insurances',
  'monthlyWage',
  'householdType',
  'employmentForm',
  'sex',
  'infoField',
])
export const SEX_REQUIRED = rule('sex.required', 'REQUIRED', 'sex', ['changeType', 'idNumber'], 'domain 1.3, 3.1')
export const BIRTH_REQUIRED = rule(
  'birthDate.required',
  'REQUIRED',
  'birthDate',
  ['changeType', 'idNumber'],
  'domain 1.3, 3.1',
)
export const BIRTH_FORMAT = rule('birthDate.format', 'FORMAT', 'birthDate', ['birthDate'])
export const HOUSEHOLD_REQUIRED = rule('householdType.required', 'REQUIRED', 'householdType', ['changeType'])
export const HOUSEHOLD_MISMATCH = rule(
  'householdType.derived',
  'DERIVED_MISMATCH',
  ['householdType', 'infoValue'],
  ['changeType', 'idNumber', 'householdType'],
  'domain 1.1-1.3, 3.1: only a resident ID goes with a household register',
)
export const EMPLOYMENT_REQUIRED = rule(
  'employmentForm.required',
  'REQUIRED',
  'employmentForm',
  ['changeType'],
  'domain 3.1; M20 art. 5',
)
export const MOBILE_FORMAT = rule('mobile.format', 'FORMAT', 'mobile', ['mobile'], 'domain 1.5')
export const LEAVE_FORMAT = rule('leaveDate.format', 'FORMAT', 'leaveDate', ['leaveDate'])
export const LEAVE_BEFORE_HIRE = rule('leaveDate.hire', 'DATE_ORDER', 'leaveDate', ['leaveDate', 'register'])
export const STOP_BEFORE_JOIN = rule('lastPayablePeriod.join', 'DATE_ORDER', 'lastPayablePeriod', [
  'lastPayablePeriod',
  'register',
])
export const INFO_FORMAT = rule('infoValue.format', 'FORMAT', 'infoValue', ['infoField', 'infoValue'], 'domain 1.1-1.5')
/** Said at acceptance: only the register knows whose a number is. */
export const NUMBER_TAKEN = rule('infoValue.taken', 'DUPLICATE', 'infoValue', ['infoField', 'infoValue', 'register'])
export const JOIN_BESIDE_STAY = rule('effectivePeriod.stay', 'DATE_ORDER', 'effectivePeriod', [
  'effectivePeriod',
  'idNumber',
  'register',
])
export const NOT_ENROLLED = rule('idNumber.notEnrolled', 'NOT_LISTED', 'idNumber', [
  'changeType',
  'idNumber',
  'register',
])
export const ALREADY_ENROLLED = rule('insurances.enrolled', 'DUPLICATE', 'insurances', [
  'changeType',
  'insurances',
  'effectivePeriod',
  'register',
])
export const NOT_INSURED = rule('insurances.notInsured', 'NOT_LISTED', 'insurances', [
  'changeType',
  'insurances',
  'register',
])

export const MONTHLY_RULES = [
  TYPE_REQUIRED,
  NAME_REQUIRED,
  NAME_FORMAT,
  ID_REQUIRED,
  ID_FORMAT,
  ID_REGION,
  ID_BIRTH_DATE,
  ID_CHECKSUM,
  INSURANCES_REQUIRED,
  HIRE_REQUIRED,
  HIRE_FORMAT,
  HIRE_FUTURE,
  UNDER_AGE,
  PAST_RETIREMENT,
  EFFECTIVE_REQUIRED,
  EFFECTIVE_FORMAT,
  EFFECTIVE_BEFORE_HIRE,
  EFFECTIVE_CLOSED,
  LAST_PAYABLE_REQUIRED,
  LAST_PAYABLE_FORMAT,
  LAST_PAYABLE_PAST,
  EFFECTIVE_DERIVED,
  WAGE_REQUIRED,
  WAGE_RANGE,
  REASON_REQUIRED,
  INFO_FIELD_REQUIRED,
  INFO_VALUE_REQUIRED,
  ACTIVE_ELSEWHERE,
  ONE_OPEN_CHANGE,
  UNREADABLE,
  SEX_REQUIRED,
  BIRTH_REQUIRED,
  BIRTH_FORMAT,
  HOUSEHOLD_REQUIRED,
  HOUSEHOLD_MISMATCH,
  EMPLOYMENT_REQUIRED,
  MOBILE_FORMAT,
  LEAVE_FORMAT,
  LEAVE_BEFORE_HIRE,
  STOP_BEFORE_JOIN,
  INFO_FORMAT,
  JOIN_BESIDE_STAY,
  NOT_ENROLLED,
  ALREADY_ENROLLED,
  NOT_INSURED,
  NUMBER_TAKEN,
] as const
