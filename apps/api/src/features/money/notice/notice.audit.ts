/** What this feature writes into the audit trail: who read the people of a notice. */
export const noticeAudit = {
  actions: ['READ_DERIVATION', 'READ_NOTICE_PEOPLE'],
  recordTypes: ['PaymentNotice'],
  keys: [],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    notice: typeof noticeAudit
  }
}
