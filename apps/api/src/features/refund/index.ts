/** Public service of refunds. */
export { deriveRefundById } from './derive-refund.ts'
export { payOutRefund } from './pay-out-refund.ts'
export type { Payout } from './pay-out-refund.ts'
