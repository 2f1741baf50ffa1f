/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const comparisonAudit = {
  actions: ['DOWNLOAD_ROSTER', 'COMPARE_ROSTER', 'SETTLE_DIFFERENCES', 'REOPEN_DIFFERENCES'],
  recordTypes: ['Declaration'],
  keys: [
    'rosterVersion',
    'people',
    'contentHash',
    'personnelRevision',
    'differences',
    'resolution',
    'stopReason',
    'kinds',
    'count',
    'revision',
  ],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    comparison: typeof comparisonAudit
  }
}
