/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const sessionAudit = {
  actions: [
    'SIGN_IN',
    'SIGN_IN_REFUSED',
    'SIGN_OUT',
    'SIGN_OUT_EVERYWHERE',
    'PASSWORD_CHANGED',
    'REQUEST_CARD_PASSWORD_RESET',
    'RESET_CARD_PASSWORD',
    'FIRST_ADMINISTRATOR_CREATED',
  ],
  recordTypes: ['Account', 'Session', 'CardPasswordReset'],
  keys: ['stage', 'first', 'sessions', 'kind', 'cause', 'idMasked', 'idShown', 'resetId', 'requestedBy', 'roles'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    session: typeof sessionAudit
  }
}
