/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const accountsAudit = {
  actions: [
    'STAFF_ACCOUNT_CREATED',
    'STAFF_ROLES_CHANGED',
    'STAFF_ACCOUNT_ENDED',
    'ONE_TIME_LINK_ISSUED',
    'SECOND_FACTOR_RESET',
  ],
  recordTypes: ['Account'],
  keys: ['staffNo', 'roles', 'endedRoles', 'sessions', 'codeId', 'purpose', 'validUntil'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    accounts: typeof accountsAudit
  }
}
