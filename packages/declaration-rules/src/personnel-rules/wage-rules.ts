import { defineRule } from '../rule.ts'

/** Months, wages and what follows from them; participation in the five insurances (domain 4.3, 2.2). */
export const MONTHS_REQUIRED = defineRule('personnel', {
  id: 'personnel.monthsWorkedLastYear.required',
  code: 'REQUIRED',
  fields: 'monthsWorkedLastYear',
  source: 'domain 4.3',
})
export const MONTHS_FORMAT = defineRule('personnel', {
  id: 'personnel.monthsWorkedLastYear.format',
  code: 'FORMAT',
  fields: 'monthsWorkedLastYear',
  needs: ['monthsWorkedLastYear'],
  source: 'domain 4.3',
})
export const MONTHS_RANGE = defineRule('personnel', {
  id: 'personnel.monthsWorkedLastYear.range',
  code: 'RANGE',
  fields: 'monthsWorkedLastYear',
  needs: ['monthsWorkedLastYear'],
  source: 'domain 4.3: 0-12',
})
export const MONTHS_POSSIBLE = defineRule('personnel', {
  id: 'personnel.monthsWorkedLastYear.possible',
  code: 'RANGE',
  fields: 'monthsWorkedLastYear',
  needs: ['monthsWorkedLastYear', 'hireDate'],
  source: 'domain 4.3: months <= months possible since hire',
})
export const WAGES_REQUIRED = defineRule('personnel', {
  id: 'personnel.wagesLastYear.required',
  code: 'REQUIRED',
  fields: 'wagesLastYear',
  source: 'domain 4.3',
})
export const WAGES_FORMAT = defineRule('personnel', {
  id: 'personnel.wagesLastYear.format',
  code: 'FORMAT',
  fields: 'wagesLastYear',
  needs: ['wagesLastYear'],
  source: 'domain 0: money is a whole number of fen',
})
export const WAGES_RANGE = defineRule('personnel', {
  id: 'personnel.wagesLastYear.range',
  code: 'RANGE',
  fields: 'wagesLastYear',
  needs: ['wagesLastYear'],
  source: 'domain 4.3; a month above 10 million yuan is a slip of the pen [PD]',
})
export const WAGES_WITHOUT_MONTHS = defineRule('personnel', {
  id: 'personnel.wagesLastYear.noMonths',
  code: 'RANGE',
  fields: 'wagesLastYear',
  needs: ['wagesLastYear', 'monthsWorkedLastYear'],
  source: 'domain 4.3: wages = 0 exactly when months = 0',
})
export const MONTHS_WITHOUT_WAGES = defineRule('personnel', {
  id: 'personnel.wagesLastYear.noWages',
  code: 'RANGE',
  fields: 'wagesLastYear',
  needs: ['wagesLastYear', 'monthsWorkedLastYear'],
  source: 'domain 4.3: wages = 0 exactly when months = 0',
})
export const AVERAGE_FORMAT = defineRule('personnel', {
  id: 'personnel.statedMonthlyAverage.format',
  severity: 'warning',
  code: 'FORMAT',
  fields: 'statedMonthlyAverage',
  needs: ['statedMonthlyAverage'],
  source: 'domain 4.3: the monthly average is derived, so a stated one only warns',
})
export const AVERAGE_MISMATCH = defineRule('personnel', {
  id: 'personnel.statedMonthlyAverage.derived',
  severity: 'warning',
  code: 'DERIVED_MISMATCH',
  fields: 'statedMonthlyAverage',
  needs: ['statedMonthlyAverage', 'wagesLastYear', 'monthsWorkedLastYear'],
  source: 'domain 2.2, 4.3: within 0.01 yuan of wages / months',
})
export const FIRST_WAGE_REQUIRED = defineRule('personnel', {
  id: 'personnel.firstMonthWage.required',
  code: 'REQUIRED',
  fields: 'firstMonthWage',
  needs: ['monthsWorkedLastYear'],
  source: 'domain 2.2, 4.3: conditional on months = 0',
})
export const FIRST_WAGE_FORMAT = defineRule('personnel', {
  id: 'personnel.firstMonthWage.format',
  code: 'FORMAT',
  fields: 'firstMonthWage',
  needs: ['firstMonthWage'],
  source: 'domain 0: money is a whole number of fen',
})
export const FIRST_WAGE_RANGE = defineRule('personnel', {
  id: 'personnel.firstMonthWage.range',
  code: 'RANGE',
  fields: 'firstMonthWage',
  needs: ['firstMonthWage'],
  source: "domain 2.2: the first month's wage carries the base, so it is above 0",
})
export const BELOW_MINIMUM = defineRule('personnel', {
  id: 'personnel.average.minimumWage',
  severity: 'warning',
  code: 'BELOW_MINIMUM_WAGE',
  fields: ['wagesLastYear', 'firstMonthWage'],
  needs: ['wagesLastYear', 'monthsWorkedLastYear', 'minimumMonthlyWage'],
  source: 'domain 4.3',
})
export const PARTICIPATION_REQUIRED = defineRule('personnel', {
  id: 'personnel.participation.required',
  code: 'REQUIRED',
  fields: 'participation.*',
  source: 'domain 4.3',
})
export const PARTICIPATION_FORMAT = defineRule('personnel', {
  id: 'personnel.participation.format',
  code: 'FORMAT',
  fields: 'participation.*',
  source: 'domain 4.3',
})
export const EXEMPTION_REQUIRED = defineRule('personnel', {
  id: 'personnel.participation.reason',
  code: 'REQUIRED',
  fields: 'participation.*',
  needs: ['participation.*'],
  source: 'domain 4.3: exemption reason when "no"; SIL arts. 10, 23, 33, 44, 53',
})

export const WAGE_RULES = [
  MONTHS_REQUIRED,
  MONTHS_FORMAT,
  MONTHS_RANGE,
  MONTHS_POSSIBLE,
  WAGES_REQUIRED,
  WAGES_FORMAT,
  WAGES_RANGE,
  WAGES_WITHOUT_MONTHS,
  MONTHS_WITHOUT_WAGES,
  AVERAGE_FORMAT,
  AVERAGE_MISMATCH,
  FIRST_WAGE_REQUIRED,
  FIRST_WAGE_FORMAT,
  FIRST_WAGE_RANGE,
  BELOW_MINIMUM,
  PARTICIPATION_REQUIRED,
  PARTICIPATION_FORMAT,
  EXEMPTION_REQUIRED,
] as const
