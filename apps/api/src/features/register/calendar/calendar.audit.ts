/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const calendarAudit = {
  actions: ['CALENDAR_PUBLISHED'],
  recordTypes: ['CalendarYear'],
  keys: ['year', 'documentNo', 'days', 'supersedes'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    calendar: typeof calendarAudit
  }
}
