/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const confirmationAudit = {
  actions: [
    'READ_CONFIRMATIONS',
    'ASK_EMPLOYEES',
    'HAND_OVER_LINKS',
    'EMPLOYEE_CONFIRMED',
    'EMPLOYEE_DISAGREED',
    'CONFIRMATION_LOCKED',
    'SETTLE_DISAGREEMENT',
  ],
  recordTypes: ['Declaration'],
  keys: ['drawn', 'asked', 'unreached', 'rowNo', 'way', 'fields', 'taken', 'links'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    confirmation: typeof confirmationAudit
  }
}
