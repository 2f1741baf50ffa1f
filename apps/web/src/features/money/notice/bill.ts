import type { BillQuery } from './bill.generated.ts'

/** A notice as its page reads it. */
export type Bill = BillQuery['paymentNotice']
