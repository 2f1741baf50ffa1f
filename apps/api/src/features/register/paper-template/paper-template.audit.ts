/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const paperTemplateAudit = {
  actions: [
    'PAPER_TEMPLATE_PROPOSED',
    'PAPER_TEMPLATE_PUBLISHED',
    'PAPER_TEMPLATE_REFUSED',
    'PAPER_TEMPLATE_WITHDRAWN',
  ],
  recordTypes: ['PaperTemplateVersion'],
  keys: ['template', 'version', 'validFrom', 'documentNo'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    paperTemplate: typeof paperTemplateAudit
  }
}
