/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const reviewAudit = {
  actions: [
    'START_REVIEW_DECLARATION',
    'RETURN_DECLARATION',
    'RECOMMEND_DECLARATION',
    'APPROVE_DECLARATION',
    'FILE_PAPER_OF_DECLARATION',
    'RETURN_PAPER_OF_DECLARATION',
    'CLOSE_DECLARATION',
    'REVEAL_PERSON',
    'REVEAL_ANSWER',
    'OPEN_REVIEW',
  ],
  recordTypes: ['Declaration', 'Individual', 'PersonnelRecord', 'Employer'],
  keys: [
    'version',
    'status',
    'added',
    'updated',
    'stopped',
    'unitFacts',
    'differenceBilled',
    'differenceCredited',
    'noticeId',
    'receivedOn',
    'pages',
    'sealOk',
    'hash',
    'idMasked',
    'rowNo',
    'enrolmentId',
    'path',
    'declarationId',
  ],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    review: typeof reviewAudit
  }
}
