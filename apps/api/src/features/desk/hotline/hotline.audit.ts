/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const hotlineAudit = {
  actions: [
    'HOTLINE_DETAILS_CHECKED',
    'HOTLINE_CALL_TAKEN',
    'CHECK_HOTLINE_CALLER',
    'READ_HOTLINE_CALLER',
    'HOTLINE_CHECK_FAILED',
    'HEAR_HOTLINE_CALLER',
    'HOTLINE_CALL_ENDED',
    'EXPORT_HOTLINE_STATISTICS',
  ],
  recordTypes: ['HotlineCall', 'Individual'],
  keys: ['found', 'outcome', 'call', 'from', 'to', 'lines'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    hotline: typeof hotlineAudit
  }
}
