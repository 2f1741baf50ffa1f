/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const statisticsAudit = {
  actions: ['EXPORT_STATISTICS'],
  recordTypes: ['StatisticExport'],
  keys: ['from', 'to', 'by', 'insurance', 'industry', 'district', 'lines'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    statistics: typeof statisticsAudit
  }
}
