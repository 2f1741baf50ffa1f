/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const fineAudit = {
  actions: ['FINE_PROPOSED', 'FINE_STEP'],
  recordTypes: ['Fine'],
  keys: ['number', 'amount', 'event', 'from', 'to', 'law'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    fine: typeof fineAudit
  }
}
