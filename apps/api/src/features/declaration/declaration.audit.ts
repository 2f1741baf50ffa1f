/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const declarationAudit = {
  actions: [
    'SUBMIT_DECLARATION',
    'WITHDRAW_DECLARATION',
    'START_REVIEW_DECLARATION',
    'RETURN_DECLARATION',
    'RECOMMEND_DECLARATION',
    'APPROVE_DECLARATION',
    'PRINT_DECLARATION',
    'FILE_PAPER_OF_DECLARATION',
    'RETURN_PAPER_OF_DECLARATION',
    'CLOSE_DECLARATION',
  ],
  recordTypes: ['Declaration'],
  keys: [
    'version',
    'formNo',
    'people',
    'verdict',
    'contentHash',
    'status',
    'added',
    'updated',
    'stopped',
    'noticeId',
    'receivedOn',
    'pages',
    'sealOk',
    'hash',
  ],
} as const

declare module '../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    declaration: typeof declarationAudit
  }
}
