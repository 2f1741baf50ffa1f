/** Kinds of account and of transfer; the database holds nothing else. */
export const ledgerAccountKinds = [
  'RECEIVABLE',
  'CREDIT',
  'FUND',
  'BANK',
  'SUSPENSE',
  'WRITE_OFF',
  'OPENING',
  'FINE',
] as const
export type AccountKind = (typeof ledgerAccountKinds)[number]

export const transferKinds = [
  'CHARGE',
  'PAYMENT',
  'ALLOCATION',
  'LATE_FEE',
  'REFUND',
  'DIFFERENCE',
  'WRITE_OFF',
  'SUSPENSE',
  'FINE',
] as const
export type TransferKind = (typeof transferKinds)[number]
