/** What other features use of `money/back-payment`: months that were left out. */
export { applyForBackPayment } from './apply-back-payment.ts'
export { approveBackPayment, checkBackPayment } from './decide-back-payment.ts'
export { backPaymentCase } from './back-payment-case.ts'
export { backPaymentAudit } from './back-payment.audit.ts'
