/** What other features use of `money/settlement`: what is due, and how money settles it. */
export { allocateCredit, receiveMoney } from './allocate-credit.ts'
export type { AllocatedMoney } from './allocate-credit.ts'
export { amountDue, amountHoldsForSeconds, explainLateFeeOf, lateFeeInput, lateFeeRules } from './amount-due.ts'
export type { AmountDue } from './amount-due.ts'
export { rebookLateFee } from './rebook-late-fee.ts'
export { accruedLateFee, lateFeeTransfer } from './book-late-fee.ts'
export { lockOpenNotices } from './settlement.repository.ts'
export { spendCredit } from './spend-credit.ts'
