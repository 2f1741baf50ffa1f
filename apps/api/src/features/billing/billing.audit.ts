/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const billingAudit = {
  actions: [
    'PAYMENT_STARTED',
    'PAYMENT_POSTED',
    'PAYMENT_AMOUNT_DIFF',
    'PAYMENT_DUPLICATE',
    'PAYMENT_UNKNOWN_PAYMENT',
    'PAYMENT_CONTRADICTS',
    'DEBIT_AGREEMENT_REQUESTED',
    'DEBIT_AGREEMENT_SIGNED',
    'DEBIT_AGREEMENT_ENDED',
    'DEBIT_AGREEMENT_REFUSED',
    'BILLING_RUN_STARTED',
    'BILLING_RUN_PAUSED',
    'BILLING_RUN_RESUMED',
    'BILLING_RUN_RETRIED',
  ],
  recordTypes: ['Payment', 'BankNotification', 'DebitAgreement', 'BillingRun'],
  keys: [
    'notice',
    'channel',
    'amount',
    'lateFee',
    'type',
    'sequence',
    'agreementNo',
    'endReason',
    'kind',
    'period',
    'periods',
    'region',
    'proposalId',
    'employers',
    'employersDone',
    'from',
    'to',
  ],
} as const

declare module '../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    billing: typeof billingAudit
  }
}
