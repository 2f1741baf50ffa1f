/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const importAudit = {
  actions: [
    'IMPORT_UPLOADED',
    'IMPORT_CHECKED',
    'IMPORT_APPLIED',
    'IMPORT_DISCARDED',
    'IMPORT_TAKEN_BACK',
    'READ_IMPORT_REPORT',
  ],
  recordTypes: ['RegisterImport'],
  keys: ['kind', 'fileName', 'hash', 'rows', 'rowsWrong', 'amount'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    registerImport: typeof importAudit
  }
}
