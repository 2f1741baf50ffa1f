/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const rosterAudit = {
  actions: [
    'ADD_PERSON',
    'EDIT_PERSON',
    'SAVE_PERSONNEL',
    'REMOVE_PERSONNEL',
    'SIGN_LIST',
    'DOWNLOAD_ROSTER',
    'COMPARE_ROSTER',
    'SETTLE_DIFFERENCES',
    'REOPEN_DIFFERENCES',
  ],
  recordTypes: ['Declaration'],
  keys: [
    'rowNo',
    'idMasked',
    'nameMasked',
    'revision',
    'mode',
    'parts',
    'removed',
    'signed',
    'rosterVersion',
    'people',
    'contentHash',
    'personnelRevision',
    'differences',
    'resolution',
    'stopReason',
    'kinds',
    'count',
  ],
} as const

declare module '../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    roster: typeof rosterAudit
  }
}
