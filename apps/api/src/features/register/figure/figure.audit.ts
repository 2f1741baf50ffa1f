/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const figureAudit = {
  actions: ['FIGURE_CHANGE_PROPOSED', 'FIGURE_CHANGE_PUBLISHED', 'FIGURE_CHANGE_REFUSED', 'FIGURE_CHANGE_WITHDRAWN'],
  recordTypes: ['FigureChange'],
  keys: ['figure', 'figureFrom', 'figureTo', 'validFrom', 'documentNo'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    figure: typeof figureAudit
  }
}
