/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const notificationAudit = {
  actions: [
    'ADDRESS_CODE_REFUSED',
    'ADDRESS_CODE_SENT',
    'ADDRESS_CONFIRMED',
    'ADDRESS_REMOVED',
    'CHANNEL_SWITCHED',
    'READ_DELIVERY_LOG',
    'REMOVE_NOTIFICATIONS',
    'RESEND_NOTIFICATION',
  ],
  recordTypes: ['Account', 'Notification'],
  keys: ['addressMasked', 'before', 'channel', 'notifications', 'on'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    notification: typeof notificationAudit
  }
}
