import { defineRule } from '../rule.ts'

/** Sums of the rows against the unit form: the difference must be 0 (domain 4.3). */
export const STAFF_IN_LIST = defineRule('cross', {
  id: 'cross.staffTotal.rows',
  code: 'SUM_MISMATCH',
  fields: 'staffTotal',
  needs: ['unit.staffTotal', 'personnel.*'],
  source: 'domain 4.3: row count = staff total',
})
export const PARTS_IN_LIST = defineRule('cross', {
  id: 'cross.staffParts.rows',
  code: 'SUM_MISMATCH',
  fields: [
    'staffRegular',
    'staffContract',
    'staffTemporary',
    'staffSeasonal',
    'staffLocal',
    'staffNonlocal',
    'staffUrban',
    'staffRural',
  ],
  needs: ['personnel.*'],
  source: 'domain 4.3: sum of rows = unit totals (staff)',
})
export const INSURED_IN_LIST = defineRule('cross', {
  id: 'cross.insuredCount.rows',
  code: 'SUM_MISMATCH',
  fields: 'insuredCount.*',
  needs: ['unit.insuredCount.*', 'personnel.participation.*'],
  source: 'domain 4.3: sum of rows = unit totals',
})
export const WAGES_IN_LIST = defineRule('cross', {
  id: 'cross.totalWagesLastYear.rows',
  code: 'SUM_MISMATCH',
  fields: 'totalWagesLastYear',
  needs: ['unit.totalWagesLastYear', 'personnel.wagesLastYear'],
  source: 'domain 4.3: sum of rows = unit totals',
})
export const BASES_IN_LIST = defineRule('cross', {
  id: 'cross.annualContributionBase.rows',
  code: 'SUM_MISMATCH',
  fields: 'annualContributionBase.*',
  needs: ['unit.annualContributionBase.*', 'limits'],
  source: 'domain 4.2, 4.3: sum of bases',
})
export const AVERAGE_WAGE = defineRule('cross', {
  id: 'cross.averageMonthlyWageLastYear.derived',
  code: 'DERIVED_MISMATCH',
  fields: 'averageMonthlyWageLastYear',
  needs: ['unit.averageMonthlyWageLastYear', 'personnel.wagesLastYear', 'personnel.monthsWorkedLastYear'],
  source: 'domain 4.2: computed, +/- 0.01; wages over months worked [PD]',
})
export const AVERAGE_BASE = defineRule('cross', {
  id: 'cross.averageBaseThisYear.derived',
  code: 'DERIVED_MISMATCH',
  fields: 'averageBaseThisYear',
  needs: ['unit.averageBaseThisYear', 'limits'],
  source: 'domain 4.2: computed, +/- 0.01; pension bases over pension participants [PD]',
})

export const SUM_RULES = [
  STAFF_IN_LIST,
  PARTS_IN_LIST,
  INSURED_IN_LIST,
  WAGES_IN_LIST,
  BASES_IN_LIST,
  AVERAGE_WAGE,
  AVERAGE_BASE,
] as const
