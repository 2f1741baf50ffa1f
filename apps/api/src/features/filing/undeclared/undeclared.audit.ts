/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const undeclaredAudit = {
  actions: ['UNDECLARED_REMINDED', 'DEEMED_PROPOSED', 'DEEMED_ISSUED', 'DEEMED_REFUSED'],
  recordTypes: ['DeemedAssessment', 'UndeclaredMonth'],
  keys: ['period', 'employers', 'employerId', 'amount', 'noticeId'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    undeclared: typeof undeclaredAudit
  }
}
