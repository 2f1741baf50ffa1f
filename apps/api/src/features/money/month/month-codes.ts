/** What may stand in a person's month; the database holds nothing else. */
export const monthStatuses = ['PAID', 'UNPAID', 'DEFERRED', 'BACK_PAID', 'REFUNDED'] as const
export type MonthStatus = (typeof monthStatuses)[number]
export const monthKinds = ['NORMAL', 'BACK_PAYMENT', 'DIFFERENCE', 'REFUND'] as const
export type MonthKind = (typeof monthKinds)[number]
