/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const signingAudit = {
  actions: ['SIGNING_KEY_MADE', 'SIGNING_KEY_REPLACED'],
  recordTypes: ['SigningKey'],
  keys: [],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    signing: typeof signingAudit
  }
}
