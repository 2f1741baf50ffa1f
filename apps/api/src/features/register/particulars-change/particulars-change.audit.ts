/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const particularsChangeAudit = {
  actions: [
    'PARTICULARS_CHANGE_REQUESTED',
    'PARTICULARS_CHANGE_CHECKED',
    'PARTICULARS_CHANGE_ACCEPTED',
    'PARTICULARS_CHANGE_REFUSED',
    'PARTICULARS_CHANGE_WITHDRAWN',
    'READ_PARTICULARS_CHANGE',
  ],
  recordTypes: ['ParticularsChange'],
  keys: ['number', 'employerId', 'kind', 'validFrom'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    particularsChange: typeof particularsChangeAudit
  }
}
