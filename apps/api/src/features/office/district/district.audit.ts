/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const districtAudit = {
  actions: [
    'DISTRICT_SET_UP',
    'DISTRICT_CHANGED',
    'DISTRICT_STAFF_POSTED',
    'DISTRICT_STAFF_LENT',
    'DISTRICT_STAFF_ENDED',
  ],
  recordTypes: ['DistrictOffice', 'DistrictStaff'],
  keys: ['districtCode', 'regions', 'validFrom', 'validTo', 'staffName'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    district: typeof districtAudit
  }
}
