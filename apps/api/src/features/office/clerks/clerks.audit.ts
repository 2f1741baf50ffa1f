/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const clerksAudit = {
  actions: ['READ_CLERKS', 'CLERK_INVITED', 'CLERK_DUTIES_CHANGED', 'CLERK_REMOVED', 'CLERK_LINK_ISSUED'],
  recordTypes: ['Account'],
  keys: ['employerId', 'clerkNo', 'duties', 'was', 'sessions', 'codeId', 'purpose', 'validUntil', 'emailed'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    clerks: typeof clerksAudit
  }
}
