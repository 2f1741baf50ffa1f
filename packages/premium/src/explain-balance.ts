/** Kinds of ledger transfers, as a balance adds them up. */
export const TRANSFER_KINDS = [
  'CHARGE',
  'PAYMENT',
  'LATE_FEE',
  'REFUND',
  'DIFFERENCE',
  'WRITE_OFF',
  'SUSPENSE',
  'ALLOCATION',
  'REVERSAL',
] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]
