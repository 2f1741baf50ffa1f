/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const monthlyAudit = {
  actions: [
    'OPEN_MONTHLY',
    'SAVE_MONTHLY_CHANGES',
    'REMOVE_MONTHLY_CHANGES',
    'MOVE_MONTHLY',
    'SUBMIT_MONTHLY',
    'WITHDRAW_MONTHLY',
    'CANCEL_MONTHLY',
    'START_REVIEW_MONTHLY',
    'RECOMMEND_MONTHLY',
    'RETURN_MONTHLY',
    'APPROVE_MONTHLY',
    'REPORT_UNEMPLOYED',
    'PRINT_MONTHLY',
  ],
  recordTypes: ['Declaration'],
  keys: [
    'version',
    'period',
    'filing',
    'formNo',
    'changes',
    'revision',
    'mode',
    'verdict',
    'contentHash',
    'status',
    'joined',
    'stopped',
    'baseChanged',
    'informed',
    'differenceBilled',
    'differenceCredited',
    'noticeId',
    'dueOn',
    'people',
  ],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    monthly: typeof monthlyAudit
  }
}
