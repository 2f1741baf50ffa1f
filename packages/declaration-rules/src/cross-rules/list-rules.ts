import { defineRule } from '../rule.ts'

/** What holds between rows, or between the list and the office's own records (domain 4.3). */
export const DUPLICATE_PERSON = defineRule('cross', {
  id: 'cross.idNumber.duplicate',
  code: 'DUPLICATE',
  fields: 'idNumber',
  needs: ['idNumber'],
  source: 'domain 4.3, 4.4',
})
export const ACTIVE_ELSEWHERE = defineRule('cross', {
  id: 'cross.idNumber.activeElsewhere',
  code: 'ACTIVE_ELSEWHERE',
  fields: 'idNumber',
  needs: ['idNumber', 'participation.PENSION', 'participation.MEDICAL'],
  source: 'domain 3.1, 4.3',
})
export const LIST_EMPTY = defineRule('cross', {
  id: 'cross.personnel.empty',
  code: 'REQUIRED',
  fields: 'list',
  needs: ['unit.staffTotal'],
  source: 'domain 4.3: row count = staff total',
})
export const LIST_UNSIGNED = defineRule('cross', {
  id: 'cross.signed.required',
  code: 'REQUIRED',
  fields: 'signed',
  source: 'domain 3.1, 4.3; M20 art. 5',
})
export const NOT_LISTED = defineRule('cross', {
  id: 'cross.personnel.notListed',
  code: 'NOT_LISTED',
  fields: 'list',
  source: 'domain 4.3',
})
export const FILE_TOTAL = defineRule('cross', {
  id: 'cross.file.total',
  code: 'SUM_MISMATCH',
  fields: ['wagesLastYear', 'firstMonthWage'],
  needs: ['wagesLastYear'],
  source: 'samples: the total row is checked against the rows',
})

export const LIST_RULES = [
  DUPLICATE_PERSON,
  ACTIVE_ELSEWHERE,
  LIST_EMPTY,
  LIST_UNSIGNED,
  NOT_LISTED,
  FILE_TOTAL,
] as const
