/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const rightsAudit = {
  actions: [
    'RIGHTS_STATEMENT_MADE',
    'RIGHTS_STATEMENTS_MADE',
    'RIGHTS_STATEMENT_PRINTED',
    'RIGHTS_STATEMENT_HANDED_OUT',
  ],
  recordTypes: ['RightsStatement', 'Individual'],
  keys: ['year', 'version', 'people', 'agentMasked', 'idMasked'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    rights: typeof rightsAudit
  }
}
