/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const accessTokenAudit = {
  actions: ['MAKE_ACCESS_TOKEN', 'REVOKE_ACCESS_TOKEN'],
  recordTypes: ['AccessToken'],
  keys: ['employerId', 'name', 'scopes', 'test', 'validUntil'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    accessToken: typeof accessTokenAudit
  }
}
