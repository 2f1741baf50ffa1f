/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const partnerAudit = {
  actions: ['PARTNER_CREATED', 'PARTNER_ENDED', 'OPERATOR_CREATED', 'OPERATOR_ENDED', 'ONE_TIME_LINK_ISSUED'],
  recordTypes: ['Partner', 'Account'],
  keys: ['number', 'kind', 'linked', 'operatorNo', 'partnerId', 'sessions', 'codeId', 'purpose', 'validUntil'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    partner: typeof partnerAudit
  }
}
