/** Public service of refunds. */
export { payOutRefund } from './pay-out-refund.ts'
export type { Payout } from './pay-out-refund.ts'
