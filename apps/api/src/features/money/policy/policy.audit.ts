/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const policyAudit = {
  actions: ['READ_SIMULATION', 'CREATE_POLICY_PROPOSAL', 'PUBLISH_PARAMETERS', 'WITHDRAW_POLICY_PROPOSAL'],
  recordTypes: ['PolicyProposal'],
  keys: ['region', 'title', 'rows', 'rowsHash', 'ended', 'differenceMonths', 'nothingBilled', 'acceptedWarnings'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    policy: typeof policyAudit
  }
}
