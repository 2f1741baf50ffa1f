/** What other features use of `money/refund`: money that goes back. */
export { deriveRefundById } from './derive-refund.ts'
export { refundCase } from './refund-case.ts'
export { refundAudit } from './refund.audit.ts'
