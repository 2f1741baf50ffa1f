/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const reconciliationAudit = {
  actions: [
    'STATEMENT_IMPORTED',
    'STATEMENT_PAGE_TAKEN',
    'STATEMENT_RELEASED',
    'STATEMENT_UNDONE',
    'TRANSFER_RECEIVED',
    'RECONCILIATION_ASSIGN',
    'RECONCILIATION_RETURN_TO_PAYER',
    'RECONCILIATION_BOOKED_OTHER_DAY',
    'RECONCILIATION_REVERSAL_ASKED',
    'RECONCILIATION_REVERSAL_DECLINED',
    'RECONCILIATION_CLAIM_ASKED',
    'RECONCILIATION_CLAIM_DECLINED',
    'RECONCILIATION_TAKEN_BACK',
    'RECONCILIATION_REVERSE',
    'RECONCILIATION_TO_CREDIT',
    'RECONCILIATION_TO_SUSPENSE',
    'RECONCILIATION_BANK_ERROR',
    'RECONCILIATION_DAY_CLOSED',
  ],
  recordTypes: ['Statement', 'Payment', 'ReconciliationItem', 'ReconciliationDay'],
  keys: [
    'source',
    'number',
    'day',
    'entries',
    'contentHash',
    'supersedes',
    'reference',
    'amount',
    'outcome',
    'system',
    'bank',
    'notices',
    'page',
    'payments',
  ],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    reconciliation: typeof reconciliationAudit
  }
}
