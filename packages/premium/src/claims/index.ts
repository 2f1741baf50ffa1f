/** What is owed beyond a month: late fees, fines, differences, back payments, refunds, and the order of settling. */
export type { Allocation, AllocationPart, PeriodDebt } from './allocation.ts'
export type {
  AnyRefundReason,
  GuardVerdict,
  RefundFacts,
  RefundGuard,
  RefundReason,
  RefundRefusal,
  RefundRequest,
  RefundShare,
  RefundShares,
  RefundSource,
  RefundState,
} from './refund.ts'
export type {
  BackPaymentCharge,
  BackPaymentLimits,
  BackPaymentMonth,
  BackPaymentPlan,
  BackPaymentRefusal,
  BackPaymentRequest,
} from './back-payment.ts'
export type {
  DailyRate,
  LateFee,
  LateFeeCap,
  LateFeeInput,
  LateFeeProblem,
  LateFeeRule,
  LateFeeSegment,
} from './late-fee.ts'
export type { Difference, DifferenceLine } from './difference.ts'
export type { Fine, FineVerdict } from './fine.ts'
export type { LateFeeAccrual } from './late-fee-accrual.ts'
export { BACK_PAYMENT_LIMITS, planBackPayment } from './back-payment.ts'
export { LATE_FEE_DAILY_RATES, LateFeeError, lateFee } from './late-fee.ts'
export {
  REFUND_GUARDS,
  REFUND_REASONS,
  ANY_REFUND_REASONS,
  REFUND_REASONS_OF,
  REFUND_SOURCES,
  REFUND_STATES,
  REFUND_TRANSITIONS,
  judgeRefund,
  knownRefundRefusals,
  refundRefusals,
  refundShares,
} from './refund.ts'
export { accrueLateFee } from './late-fee-accrual.ts'
export { allocate, allocationTotals } from './allocation.ts'
export { assessmentDifference, premiumDifference } from './difference.ts'
export { checkFine, fineRange } from './fine.ts'
