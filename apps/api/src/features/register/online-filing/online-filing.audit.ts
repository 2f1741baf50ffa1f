/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const onlineFilingAudit = {
  actions: [
    'ONLINE_FILING_APPLIED',
    'ONLINE_FILING_GIVEN',
    'ONLINE_FILING_APPROVED',
    'ONLINE_FILING_REFUSED',
    'ONLINE_FILING_WITHDRAWN',
  ],
  recordTypes: ['OnlineFiling'],
  keys: ['employerId', 'number', 'source'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    onlineFiling: typeof onlineFilingAudit
  }
}
