/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const paperCopyAudit = {
  actions: ['FILE_PAPER_OF_DECLARATION', 'RETURN_PAPER_OF_DECLARATION', 'PAPER_RULE_CHANGED'],
  recordTypes: ['Declaration', 'PaperRule'],
  keys: [
    'version',
    'receivedOn',
    'pages',
    'sealOk',
    'hash',
    'workingDays',
    'remindDays',
    'keepYears',
    'consequence',
    'materials',
  ],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    paperCopy: typeof paperCopyAudit
  }
}
