/** What may stand in a request to pay past months; the database holds nothing else. */
export const backPaymentStates = ['APPLIED', 'CHECKED', 'ISSUED', 'REJECTED'] as const
export const evidenceKinds = ['CONTRACT', 'PAYROLL', 'VOUCHER', 'LEGAL_DOCUMENT'] as const
export const backPaymentRoutes = ['ONLINE', 'STAFF_REVIEW'] as const
