/** What this feature writes into the audit trail: who read who is insured with a unit, or all that was known of one person. */
export const historyAudit = {
  actions: ['READ_UNIT_PARTICULARS', 'READ_INSURED_PEOPLE', 'READ_ENROLMENT_HISTORY'],
  recordTypes: ['Employer', 'Individual'],
  keys: ['employerId'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    history: typeof historyAudit
  }
}
