/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const certificateAudit = {
  actions: ['CERTIFICATE_PRINTED'],
  recordTypes: ['Document'],
  keys: ['number', 'from', 'to'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    certificate: typeof certificateAudit
  }
}
