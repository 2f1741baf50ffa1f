/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const refundAudit = {
  actions: [
    'READ_REFUND',
    'REFUND_APPLIED',
    'REFUND_RECEIPT_SIGNED',
    'REFUND_VERIFIED',
    'REFUND_APPROVED',
    'REFUND_REJECTED',
    'REFUND_PAID_OUT',
  ],
  recordTypes: ['Refund'],
  keys: ['number', 'source', 'amount'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    refund: typeof refundAudit
  }
}
