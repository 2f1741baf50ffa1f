/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const enforcementAudit = {
  actions: [
    'ENFORCEMENT_OPENED',
    'ENFORCEMENT_STEP',
    'ENFORCEMENT_PAPER_PRINTED',
    'COURT_FILE_TAKEN',
    'BANK_REPLY_REFUSED',
  ],
  recordTypes: ['EnforcementCase'],
  keys: ['number', 'event', 'from', 'to', 'amount', 'law'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    enforcement: typeof enforcementAudit
  }
}
