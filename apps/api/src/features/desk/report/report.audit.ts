/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const reportAudit = {
  actions: [
    'REPORT_RECEIVED',
    'REPORT_CHECKED',
    'REPORT_FINDING_NOTED',
    'REPORT_SUBSTANTIATED',
    'REPORT_NOT_SUBSTANTIATED',
    'REPORT_HANDED_OVER',
    'REPORT_WITHDRAWN',
    'READ_REPORTER',
  ],
  recordTypes: ['EmployerReport'],
  keys: ['number', 'kind'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    report: typeof reportAudit
  }
}
