/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const officeAudit = {
  actions: [
    'OFFICE_CREATED',
    'OFFICE_CHANGED',
    'PAYEE_CHANGE_REQUESTED',
    'PAYEE_CHANGE_CONFIRMED',
    'PAYEE_CHANGE_REFUSED',
    'PAYEE_CHANGE_WITHDRAWN',
    'EXPORT_OFFICE',
    'IMPORT_OFFICE',
  ],
  recordTypes: ['Office', 'PayeeChange'],
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
    'documentNo',
    'readable',
    'takenAt',
  ],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    office: typeof officeAudit
  }
}
