/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const sessionAudit = {
  actions: [
    'READ_CARD_PASSWORD',
    'SIGN_IN',
    'SIGN_IN_REFUSED',
    'SIGN_OUT',
    'SIGN_OUT_EVERYWHERE',
    'PASSWORD_CHANGED',
    'REQUEST_CARD_PASSWORD_RESET',
    'RESET_CARD_PASSWORD',
    'FIRST_ADMINISTRATOR_CREATED',
    'ALLOW_FIRST_SIGN_IN',
    'PRINT_ONE_TIME_CODE',
    'ONE_TIME_CODE_REFUSED',
    'PASSWORD_NEEDS_ONE_TIME_CODE',
    'PASSWORD_SET_BY_LINK',
    'SECOND_FACTOR_ENROLLED',
    'SECOND_FACTOR_PROVED',
    'SECOND_FACTOR_REFUSED',
    'SECOND_FACTOR_REMOVED',
    'RECOVERY_CODE_USED',
    'RECOVERY_CODES_RENEWED',
  ],
  recordTypes: ['Account', 'Session', 'CardPasswordReset'],
  keys: [
    'stage',
    'first',
    'sessions',
    'kind',
    'cause',
    'idMasked',
    'idShown',
    'resetId',
    'requestedBy',
    'codeId',
    'delivery',
    'validUntil',
    'authenticatorId',
    'purpose',
    'left',
    'roles',
  ],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    session: typeof sessionAudit
  }
}
