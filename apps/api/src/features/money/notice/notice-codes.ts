/** What may stand in a payment notice and in the attempts to pay it; the database holds nothing else. */
export const noticeStatuses = [
  'UNPAID',
  'SENT_TO_BANK',
  'PARTIALLY_PAID',
  'POSTED',
  'RECONCILED',
  'WRITTEN_OFF',
] as const
export const noticeKinds = ['NORMAL', 'DIFFERENCE', 'BACK_PAYMENT', 'DEEMED', 'OPENING'] as const
export const paymentStatuses = ['SENT_TO_BANK', 'SUCCESS', 'FAILED', 'UNKNOWN'] as const
export const paymentChannels = ['E_BANK', 'AGREEMENT_DEBIT', 'BANK_TRANSFER'] as const
