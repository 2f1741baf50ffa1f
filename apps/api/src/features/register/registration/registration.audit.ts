/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const registrationAudit = {
  actions: [
    'REGISTRATION_OPENED',
    'REGISTRATION_SUBMITTED',
    'REGISTRATION_WITHDRAWN',
    'REGISTRATION_APPROVED',
    'REGISTRATION_REFUSED',
    'REGISTRATION_LINK_ISSUED',
    'READ_REGISTRATION',
  ],
  recordTypes: ['Registration'],
  keys: ['number', 'version', 'creditCode', 'employerId', 'fields'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    registration: typeof registrationAudit
  }
}
