import { defineRule } from '../rule.ts'

/** What must hold between the answers of the unit form, and between the form and the office's own books. */
export const REGISTER_DIFFERS = defineRule('unit', {
  id: 'unit.register.differs',
  code: 'DERIVED_MISMATCH',
  fields: ['unitName', 'unitCode', 'creditCode'],
  needs: ['register'],
  source: 'domain 4.2: read-only from register',
})
export const YEAR_WINDOW = defineRule('unit', {
  id: 'unit.year.window',
  code: 'RANGE',
  fields: 'year',
  needs: ['year'],
  source: 'domain 4.2: year = current window',
})
export const STAFF_BY_FORM = defineRule('unit', {
  id: 'unit.staffTotal.byForm',
  code: 'SUM_MISMATCH',
  fields: 'staffTotal',
  needs: ['staffTotal', 'staffRegular', 'staffContract', 'staffTemporary', 'staffSeasonal'],
  source: 'domain 4.2, 4.3',
})
export const STAFF_BY_PLACE = defineRule('unit', {
  id: 'unit.staffLocal.sum',
  code: 'SUM_MISMATCH',
  fields: 'staffLocal',
  needs: ['staffTotal', 'staffLocal', 'staffNonlocal'],
  source: 'domain 4.2',
})
export const STAFF_BY_HOUSEHOLD = defineRule('unit', {
  id: 'unit.staffUrban.sum',
  code: 'SUM_MISMATCH',
  fields: 'staffUrban',
  needs: ['staffTotal', 'staffUrban', 'staffRural'],
  source: 'domain 4.2',
})
export const INSURED_ABOVE_STAFF = defineRule('unit', {
  id: 'unit.insuredCount.aboveStaff',
  code: 'RANGE',
  fields: 'insuredCount.*',
  needs: ['staffTotal', 'insuredCount.*'],
  source: 'domain 4.2: 0 to total',
})
export const WAGES_FOR_STAFF = defineRule('unit', {
  id: 'unit.totalWagesLastYear.forStaff',
  code: 'RANGE',
  fields: 'totalWagesLastYear',
  needs: ['staffTotal', 'totalWagesLastYear'],
  source: 'domain 4.2: > 0 if staff > 0; not where the list shows that nobody worked last year [PD]',
})
export const STATUS_AGAINST_ARREARS = defineRule('unit', {
  id: 'unit.paymentStatus.arrears',
  code: 'LEDGER_MISMATCH',
  fields: 'paymentStatus',
  needs: ['paymentStatus', 'arrears.*'],
  source: 'domain 4.3: status ARREARS, arrears 0; and the reverse [PD]',
})
export const PAID_AGAINST_LEDGER = defineRule('unit', {
  id: 'unit.paidLastYear.ledger',
  severity: 'warning',
  code: 'LEDGER_MISMATCH',
  fields: 'paidLastYear.*',
  needs: ['paidLastYear.*', 'paidLastYearByLedger.*'],
  source: 'domain 4.2: what was paid, by the ledger; another figure needs its reason [PD]',
})
export const ARREARS_AGAINST_LEDGER = defineRule('unit', {
  id: 'unit.arrears.ledger',
  code: 'LEDGER_MISMATCH',
  fields: 'arrears.*',
  needs: ['arrears.*', 'ledgerArrears'],
  source: 'domain 4.2: equals ledger',
})

export const FIGURE_RULES = [
  REGISTER_DIFFERS,
  YEAR_WINDOW,
  STAFF_BY_FORM,
  STAFF_BY_PLACE,
  STAFF_BY_HOUSEHOLD,
  INSURED_ABOVE_STAFF,
  WAGES_FOR_STAFF,
  STATUS_AGAINST_ARREARS,
  PAID_AGAINST_LEDGER,
  ARREARS_AGAINST_LEDGER,
] as const
