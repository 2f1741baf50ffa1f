/** What other features use of `money/back-payment`: months that were left out. */
export { backPaymentCase } from './back-payment-case.ts'
export { backPaymentAudit } from './back-payment.audit.ts'
