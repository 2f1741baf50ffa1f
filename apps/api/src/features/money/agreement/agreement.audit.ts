/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const agreementAudit = {
  actions: ['DEBIT_AGREEMENT_REQUESTED', 'DEBIT_AGREEMENT_SIGNED', 'DEBIT_AGREEMENT_REFUSED', 'DEBIT_AGREEMENT_ENDED'],
  recordTypes: ['DebitAgreement'],
  keys: ['agreementNo', 'endReason'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    agreement: typeof agreementAudit
  }
}
