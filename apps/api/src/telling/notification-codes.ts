/** What may stand in a notification and its deliveries; the database holds nothing else. */
export const notificationKinds = [
  'DECLARATION_RETURNED',
  'DECLARATION_ACCEPTED',
  'BILL_READY',
  'BILL_DUE_SOON',
  'BILL_OVERDUE',
  'PAYMENT_RECEIVED',
  'REFUND_WAITS',
  'REFUND_APPROVED',
  'REFUND_PAID_OUT',
  'REFUND_REJECTED',
  'BACK_PAYMENT_APPROVED',
  'BACK_PAYMENT_REJECTED',
  'CARD_PASSWORD_RESET',
  'SIGNED_IN_AFTER_RESET',
  'PASSWORD_LINK',
  'ADDRESS_CODE',
  'ADDRESS_CHANGED',
  'MONTHLY_SUBMITTED',
  'MONTHLY_RETURNED',
  'MONTHLY_ACCEPTED',
  'PAPERS_READY',
  'PAPER_DUE_SOON',
  'PAPER_OVERDUE',
  'PAPER_RECEIVED',
  'EMPLOYEE_ASKED',
  'EMPLOYEE_DISAGREED',
  'PARTICULARS_CHANGED',
  'PARTICULARS_REFUSED',
  'INSPECTION_DUE_SOON',
  'ONLINE_FILING_GIVEN',
  'ONLINE_FILING_REFUSED',
  'ONLINE_FILING_WITHDRAWN',
  'CANCELLATION_APPROVED',
  'CANCELLATION_REFUSED',
  'MONTH_NOT_DECLARED',
  'MANDATE_OFFERED',
  'MANDATE_ACCEPTED',
  'MANDATE_DECLINED',
  'MANDATE_ENDED',
  'MANDATE_ENDS_SOON',
  'REGISTRATION_APPROVED',
  'REGISTRATION_REFUSED',
  'CARD_EVENT',
  'QUESTION_ANSWERED',
  'QUESTION_HANDED_OVER',
  'OFFICE_ANSWERED',
  'RIGHTS_STATEMENT_ISSUED',
  'RIGHTS_STATEMENT_HANDED_OUT',
  'TRANSFER_EVENT',
  'ENFORCEMENT_STEP',
  'WORK_ASSIGNED',
  'WORK_TAKEN_OVER',
  'WAIVER_APPROVED',
  'WAIVER_ENDED',
  'EMPLOYER_LOCKED',
  'EMPLOYER_UNLOCKED',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** The ways outside. The inbox is no channel: everything told stands in it. */
export const notificationChannels = ['EMAIL', 'SMS'] as const
export type NotificationChannel = (typeof notificationChannels)[number]

export const deliveryStates = ['WAITING', 'SENT', 'GIVEN_UP'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/**
 * Why an attempt failed. NO_ADDRESS: nobody gave one. ADDRESS_REFUSED: there is no such. REFUSED: the message as such.
 * NOT_LOGGED_IN: server or gateway refused our credentials. UNREACHABLE: no answer, or a passing fault of theirs. CHANNEL_OFF: it
 * is no longer set up, or the reader switched it off. EXPIRED: of no use any more.
 */
export const deliveryReasons = [
  'NO_ADDRESS',
  'ADDRESS_REFUSED',
  'REFUSED',
  'NOT_LOGGED_IN',
  'UNREACHABLE',
  'CHANNEL_OFF',
  'EXPIRED',
] as const
export type DeliveryReason = (typeof deliveryReasons)[number]
