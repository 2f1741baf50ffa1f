/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const staffAudit = {
  actions: ['REVEAL_PERSON', 'REVEAL_ANSWER'],
  recordTypes: ['Declaration'],
  keys: ['idMasked', 'version', 'rowNo', 'enrolmentId', 'path'],
} as const

declare module '../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    staff: typeof staffAudit
  }
}
