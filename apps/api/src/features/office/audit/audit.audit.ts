/**
 * What this feature writes into the audit trail: that somebody looked for a person's entries, or took some away as a file. `records`:
 * of an entry about several, their identifiers.
 */
export const auditAudit = {
  actions: ['FIND_AUDITED_PERSON', 'EXPORT_AUDIT_TRAIL'],
  recordTypes: ['Individual', 'AuditExport'],
  keys: ['idMasked', 'found', 'from', 'to', 'lines', 'filter', 'individualId', 'employerId', 'records'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    audit: typeof auditAudit
  }
}
