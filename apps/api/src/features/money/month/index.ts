/** What other features use of `money/month`: a person’s months. */
export { deriveShares, explainMonth } from './explain-month.ts'
export {
  countStandingOnMonths,
  insertImportedMonths,
  isImportedMonth,
  ownMonth,
  removeImportedMonths,
} from './imported-months.repository.ts'
export type { ImportedMonth } from './imported-months.repository.ts'
export { insertMonths, monthAmounts } from './month-rows.repository.ts'
export type { MonthBatch } from './month-rows.repository.ts'
export {
  insertRefundedMonth,
  markMonthRefunded,
  markMonthsPaid,
  reopenMonthsFromLedger,
} from './month-state.repository.ts'
export type { MonthOfPerson, MonthRow } from './month-state.repository.ts'
export { sumPaidOfYear } from './paid-of-year.repository.ts'
export { listAssessedMonths, listNoticePeople, listPersonMonths } from './premium-payment.repository.ts'
export type { AssessedMonthRow, MonthKey, NoticePersonRow, PremiumMonth } from './premium-payment.repository.ts'
export { listAccountPostings, listInsuranceTotals, listLastUnits } from './rights-months.repository.ts'
export type { InsuranceTotals, LastUnit, PostedMonth } from './rights-months.repository.ts'
export { PremiumPaymentType } from './premium-payment.schema.ts'
