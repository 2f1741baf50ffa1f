/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const personnelAudit = {
  actions: ['ADD_PERSON', 'EDIT_PERSON', 'SAVE_PERSONNEL', 'REMOVE_PERSONNEL', 'SIGN_LIST', 'READ_PERSONNEL'],
  recordTypes: ['Declaration'],
  keys: ['rowNo', 'idMasked', 'nameMasked', 'revision', 'mode', 'parts', 'count', 'removed', 'signed'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    personnel: typeof personnelAudit
  }
}
