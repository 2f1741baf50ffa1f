/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const attachmentAudit = {
  actions: ['KEEP_ATTACHMENT', 'READ_ATTACHMENT', 'WITHDRAW_ATTACHMENT', 'REMOVE_ATTACHMENTS'],
  recordTypes: ['Attachment'],
  keys: ['mediaType', 'bytes', 'scan', 'subjectKind', 'subjectId', 'files'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    attachment: typeof attachmentAudit
  }
}
