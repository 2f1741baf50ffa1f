/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const recordAudit = {
  actions: ['READ_RECORD'],
  recordTypes: ['Individual'],
  keys: [],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    record: typeof recordAudit
  }
}
