/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const runAudit = {
  actions: ['BILLING_RUN_STARTED', 'BILLING_RUN_PAUSED', 'BILLING_RUN_RESUMED', 'BILLING_RUN_RETRIED'],
  recordTypes: ['BillingRun'],
  keys: ['kind', 'period', 'periods', 'region', 'proposalId', 'employers', 'employersDone', 'from', 'to'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    run: typeof runAudit
  }
}
