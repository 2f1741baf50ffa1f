/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const queueAudit = {
  actions: ['READ_WORK', 'TAKE_WORK', 'RELEASE_WORK', 'ASSIGN_WORK', 'TAKE_OVER_WORK'],
  recordTypes: ['Work'],
  keys: ['lifecycle', 'status', 'owner', 'rule'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    queue: typeof queueAudit
  }
}
