/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const cancellationAudit = {
  actions: ['CANCELLATION_REQUESTED', 'CANCELLATION_APPROVED', 'CANCELLATION_REFUSED', 'CANCELLATION_WITHDRAWN'],
  recordTypes: ['Cancellation'],
  keys: ['number', 'employerId', 'lastDay'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    cancellation: typeof cancellationAudit
  }
}
