/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const papersAudit = {
  actions: ['PAPERS_ASKED', 'PAPERS_CANCELLED', 'PAPERS_PRINTED', 'PAPERS_DOWNLOADED'],
  recordTypes: ['PrintRun'],
  keys: ['papers'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    papers: typeof papersAudit
  }
}
