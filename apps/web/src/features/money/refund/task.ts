import type { StaffRefundQuery } from './refund.generated.ts'

/** A refund as the office's task page reads it. */
export type Task = StaffRefundQuery['refund']
