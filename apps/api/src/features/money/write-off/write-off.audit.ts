/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const writeOffAudit = {
  actions: ['WRITE_OFF_REQUESTED', 'WRITE_OFF_CONFIRMED', 'WRITE_OFF_REFUSED'],
  recordTypes: ['WriteOff'],
  keys: ['notice', 'amount'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    writeOff: typeof writeOffAudit
  }
}
