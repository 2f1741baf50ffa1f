/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const employerLockAudit = {
  actions: [
    'EMPLOYER_LOCK_PROPOSED',
    'EMPLOYER_LOCKED',
    'EMPLOYER_LOCK_REFUSED',
    'EMPLOYER_UNLOCK_PROPOSED',
    'EMPLOYER_UNLOCK_REFUSED',
    'EMPLOYER_UNLOCKED',
  ],
  recordTypes: ['EmployerLock'],
  keys: ['employerId', 'number', 'ground'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    employerLock: typeof employerLockAudit
  }
}
