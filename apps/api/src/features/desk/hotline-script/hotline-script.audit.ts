/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const hotlineScriptAudit = {
  actions: [
    'HOTLINE_SCRIPT_PROPOSED',
    'HOTLINE_SCRIPT_PUBLISHED',
    'HOTLINE_SCRIPT_REFUSED',
    'HOTLINE_SCRIPT_WITHDRAWN',
    'HOTLINE_SCRIPT_REVIEWED',
  ],
  recordTypes: ['HotlineScriptVersion'],
  keys: ['matter', 'version', 'dueOn'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    hotlineScript: typeof hotlineScriptAudit
  }
}
