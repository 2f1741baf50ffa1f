/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const cardAudit = {
  actions: [
    'CARD_LOOKED_UP',
    'CARD_APPLIED_FOR',
    'CARD_MADE',
    'CARD_ISSUED',
    'CARD_ACTIVATED',
    'CARD_LOSS_REPORTED',
    'CARD_LOSS_WITHDRAWN',
    'CARD_LOSS_LAPSED',
    'CARD_LOSS_CONFIRMED',
    'CARD_LOSS_RELEASED',
    'CARD_FROZEN',
    'CARD_UNFROZEN',
    'CARD_PIN_LOCKED',
    'CARD_PIN_UNLOCKED',
    'CARD_REPLACED',
    'CARD_CANCELLED',
    'TEMPORARY_CARD_GIVEN',
    'TEMPORARY_CARD_PROLONGED',
    'TEMPORARY_CARD_ENDED',
    'CARD_BANK_OPENED',
    'CARD_BANK_ACTIVATED',
    'CARD_BANK_ENDED',
    // Written by earlier releases; figures are `register/figure` now.
    'CARD_RULE_SET',
    'CARD_CODE_CHECKED',
  ],
  recordTypes: ['Card', 'CardRule', 'Individual'],
  keys: [
    'cardMasked',
    'partnerId',
    'idMasked',
    'from',
    'to',
    'channel',
    'documents',
    'byProxy',
    'found',
    'codeOutcome',
    'oralLossDays',
    'readyDays',
    'validTo',
  ],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    card: typeof cardAudit
  }
}
