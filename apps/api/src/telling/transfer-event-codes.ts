/** The steps of a transfer of insurance between regions that the person is told of. */
export const transferEvents = [
  'ISSUE_VOUCHER',
  'RECORD_ACCEPTANCE',
  'CONFIRM_SENT',
  'TAKE_OVER',
  'RECORD_INFORMATION',
  'CONFIRM_RECEIVED',
  'UNDO_SENT',
  'UNDO_RECEIVED',
  'PAY_BACK',
  'CLOSE',
  'REFUSE',
  'WITHDRAW',
] as const
export type TransferEventName = (typeof transferEvents)[number]
