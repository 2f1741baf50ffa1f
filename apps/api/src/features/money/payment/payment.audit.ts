/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const paymentAudit = {
  actions: [
    'PAYMENT_STARTED',
    'PAYMENT_POSTED',
    'PAYMENT_AMOUNT_DIFF',
    'PAYMENT_DUPLICATE',
    'PAYMENT_UNKNOWN_PAYMENT',
    'PAYMENT_CONTRADICTS',
  ],
  recordTypes: ['Payment', 'BankNotification'],
  keys: ['notice', 'channel', 'amount', 'lateFee', 'type', 'sequence'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    payment: typeof paymentAudit
  }
}
