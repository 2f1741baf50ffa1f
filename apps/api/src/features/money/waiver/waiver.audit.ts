/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const waiverAudit = {
  actions: [
    'WAIVER_PROPOSED',
    'WAIVER_APPROVED',
    'WAIVER_REFUSED',
    'WAIVER_ENDED',
    'WAIVER_REVOKED',
    'EXPORT_EXCEPTIONS',
  ],
  recordTypes: ['Waiver', 'ExceptionRegister'],
  keys: ['employerId', 'number', 'kind', 'ground', 'documentNo', 'from', 'to', 'amount', 'rows'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    waiver: typeof waiverAudit
  }
}
