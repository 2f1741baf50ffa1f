import { defineRule } from '../rule.ts'

/** Household, form of employment, dates and retirement (domain 4.3, 2.5). */
export const HOUSEHOLD_REQUIRED = defineRule('personnel', {
  id: 'personnel.householdType.required',
  code: 'REQUIRED',
  fields: 'householdType',
  source: 'domain 4.3',
})
export const HOUSEHOLD_FORMAT = defineRule('personnel', {
  id: 'personnel.householdType.format',
  code: 'FORMAT',
  fields: 'householdType',
  source: 'domain 4.3',
})
export const HOUSEHOLD_MISMATCH = defineRule('personnel', {
  id: 'personnel.householdType.derived',
  code: 'DERIVED_MISMATCH',
  fields: 'householdType',
  needs: ['householdType', 'idNumber'],
  source: 'domain 1.1-1.3, 4.3: only a resident ID goes with a household register',
})
export const EMPLOYMENT_REQUIRED = defineRule('personnel', {
  id: 'personnel.employmentForm.required',
  code: 'REQUIRED',
  fields: 'employmentForm',
  source: 'domain 4.3; M20 art. 5',
})
export const EMPLOYMENT_FORMAT = defineRule('personnel', {
  id: 'personnel.employmentForm.format',
  code: 'FORMAT',
  fields: 'employmentForm',
  source: 'domain 4.3',
})
export const HIRE_REQUIRED = defineRule('personnel', {
  id: 'personnel.hireDate.required',
  code: 'REQUIRED',
  fields: 'hireDate',
  source: 'domain 4.3',
})
export const HIRE_FORMAT = defineRule('personnel', {
  id: 'personnel.hireDate.format',
  code: 'FORMAT',
  fields: 'hireDate',
  needs: ['hireDate'],
  source: 'domain 4.3',
})
export const HIRE_FUTURE = defineRule('personnel', {
  id: 'personnel.hireDate.future',
  code: 'RANGE',
  fields: 'hireDate',
  needs: ['hireDate'],
  source: 'domain 3.1, 4.3',
})
export const HIRE_BEFORE_BIRTH = defineRule('personnel', {
  id: 'personnel.hireDate.birth',
  code: 'DATE_ORDER',
  fields: 'hireDate',
  needs: ['hireDate', 'birthDate'],
  source: 'nobody is hired before being born [PD]',
})
export const LEAVE_FORMAT = defineRule('personnel', {
  id: 'personnel.leaveDate.format',
  code: 'FORMAT',
  fields: 'leaveDate',
  needs: ['leaveDate'],
  source: 'domain 4.3',
})
export const LEAVE_BEFORE_HIRE = defineRule('personnel', {
  id: 'personnel.leaveDate.order',
  code: 'DATE_ORDER',
  fields: 'leaveDate',
  needs: ['leaveDate', 'hireDate'],
  source: 'domain 4.3: leave >= hire',
})
export const RETIREMENT_CATEGORY_FORMAT = defineRule('personnel', {
  id: 'personnel.retirementCategory.format',
  code: 'FORMAT',
  fields: 'retirementCategory',
  source: 'domain 2.5',
})
export const RETIREMENT_CATEGORY_MISMATCH = defineRule('personnel', {
  id: 'personnel.retirementCategory.derived',
  code: 'DERIVED_MISMATCH',
  fields: 'retirementCategory',
  needs: ['retirementCategory', 'sex'],
  source: 'domain 2.5: the categories follow the sex',
})
export const PAST_RETIREMENT = defineRule('personnel', {
  id: 'personnel.age.retirement',
  severity: 'warning',
  code: 'PAST_RETIREMENT',
  fields: ['idNumber', 'birthDate'],
  needs: ['birthDate', 'sex'],
  source: 'domain 2.5, 4.3 (2024 reform of the statutory retirement age)',
})

export const EMPLOYMENT_RULES = [
  HOUSEHOLD_REQUIRED,
  HOUSEHOLD_FORMAT,
  HOUSEHOLD_MISMATCH,
  EMPLOYMENT_REQUIRED,
  EMPLOYMENT_FORMAT,
  HIRE_REQUIRED,
  HIRE_FORMAT,
  HIRE_FUTURE,
  HIRE_BEFORE_BIRTH,
  LEAVE_FORMAT,
  LEAVE_BEFORE_HIRE,
  RETIREMENT_CATEGORY_FORMAT,
  RETIREMENT_CATEGORY_MISMATCH,
  PAST_RETIREMENT,
] as const
