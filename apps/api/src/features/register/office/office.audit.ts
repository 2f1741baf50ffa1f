/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const officeAudit = {
  actions: ['OFFICE_CREATED', 'OFFICE_CHANGED', 'PAYEE_CHANGE_CONFIRMED'],
  recordTypes: ['Office'],
  keys: [
    'region',
    'nameZh',
    'nameEn',
    'addressZh',
    'addressEn',
    'officePhone',
    'sealText',
    'payeeName',
    'payeeBank',
    'payeeFrom',
    'payeeTo',
  ],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    office: typeof officeAudit
  }
}
