/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const searchAudit = {
  actions: ['FIND_PERSON'],
  recordTypes: ['Individual'],
  keys: ['idMasked', 'found'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    search: typeof searchAudit
  }
}
