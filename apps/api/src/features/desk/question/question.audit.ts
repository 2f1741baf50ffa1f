/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const questionAudit = {
  actions: [
    'READ_QUESTION',
    'QUESTION_ASKED',
    'QUESTION_TAKEN_DOWN',
    'READ_CALL_BACK_NUMBER',
    'QUESTION_ANSWERED',
    'QUESTION_HANDED_OVER',
    'QUESTION_TRANSFER_PRINTED',
    'QUESTION_REOPENED',
    'QUESTION_CLOSED',
    'QUESTION_RATED',
    'READ_QUESTION_MONTH',
    'ARTICLE_SAVED',
  ],
  recordTypes: ['Question', 'Article'],
  keys: ['number', 'kind', 'dueOn', 'handedTo', 'rating', 'version', 'title', 'period'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    question: typeof questionAudit
  }
}
