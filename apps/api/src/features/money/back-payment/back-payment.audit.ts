/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const backPaymentAudit = {
  actions: [
    'READ_BACK_PAYMENT',
    'BACK_PAYMENT_APPLIED',
    'BACK_PAYMENT_CHECKED',
    'BACK_PAYMENT_APPROVED',
    'BACK_PAYMENT_REJECTED',
  ],
  recordTypes: ['BackPayment'],
  keys: ['number', 'route', 'people', 'premium'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    backPayment: typeof backPaymentAudit
  }
}
