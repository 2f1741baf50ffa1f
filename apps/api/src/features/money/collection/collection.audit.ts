/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const collectionAudit = {
  actions: ['COLLECTION_CASE_PROPOSED'],
  recordTypes: ['CollectionCase'],
  keys: ['number', 'ground'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    collection: typeof collectionAudit
  }
}
