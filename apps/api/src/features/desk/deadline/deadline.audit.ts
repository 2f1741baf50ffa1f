/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const deadlineAudit = {
  actions: ['MAKE_DEADLINE_FEED', 'END_DEADLINE_FEED'],
  recordTypes: ['DeadlineFeed'],
  keys: ['employerId'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    deadline: typeof deadlineAudit
  }
}
