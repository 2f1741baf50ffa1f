/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const mandateAudit = {
  actions: ['MANDATE_GRANTED', 'MANDATE_ACCEPTED', 'MANDATE_DECLINED', 'MANDATE_ENDED', 'EMPLOYER_SWITCHED'],
  recordTypes: ['Mandate', 'Session'],
  keys: ['employerId', 'agencyId', 'duties', 'validFrom', 'validTo', 'mandateId'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    mandate: typeof mandateAudit
  }
}
