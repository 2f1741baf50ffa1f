/** What other features use of `money/refund`: money that goes back. */
export { applyForRefund } from './apply-refund.ts'
export { approveRefund, verifyRefund } from './decide-refund.ts'
export { deriveRefundById } from './derive-refund.ts'
export { payOutRefund } from './pay-out-refund.ts'
export type { RefundApplication } from './apply-refund.ts'
export { readRefund } from './read-refunds.ts'
export { refundCase } from './refund-case.ts'
export { refundAudit } from './refund.audit.ts'
