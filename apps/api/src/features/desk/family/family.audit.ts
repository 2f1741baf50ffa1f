/** What this feature writes into the audit trail: consent to read a record, and each reading under one. */
export const familyAudit = {
  actions: ['CONSENT_GIVEN', 'CONSENT_REVOKED', 'READ_SHARED_RECORD'],
  recordTypes: ['Individual'],
  keys: ['idMasked', 'relation', 'validTo'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    family: typeof familyAudit
  }
}
