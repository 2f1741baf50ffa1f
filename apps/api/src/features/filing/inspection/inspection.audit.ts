/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const inspectionAudit = {
  actions: ['SUBMIT_DECLARATION', 'WITHDRAW_DECLARATION', 'PRINT_DECLARATION'],
  recordTypes: ['Declaration'],
  keys: ['version', 'formNo', 'people', 'verdict', 'contentHash'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    inspection: typeof inspectionAudit
  }
}
