/** What this feature writes into the audit trail: its actions, the kinds of record, and the names within a change. */
export const relationTransferAudit = {
  actions: [
    'TRANSFER_APPLIED',
    'TRANSFER_HANDED_IN',
    'TRANSFER_VOUCHER_ISSUED',
    'TRANSFER_ACCEPTANCE_RECORDED',
    'TRANSFER_ACCEPTED',
    'TRANSFER_INFORMATION_RECORDED',
    'TRANSFER_FUNDS_ENTERED',
    'TRANSFER_FUNDS_CONFIRMED',
    'TRANSFER_FUNDS_UNDONE',
    'TRANSFER_PAID_BACK',
    'TRANSFER_CLOSED',
    'TRANSFER_REFUSED',
    'TRANSFER_WITHDRAWN',
    'TRANSFER_PAPER_PRINTED',
    'TRANSFER_RULE_SET',
    'READ_TRANSFER',
  ],
  recordTypes: ['RelationTransfer', 'RelationTransferRule'],
  keys: ['number', 'direction', 'region', 'documentNo', 'account', 'pooled', 'on', 'paper', 'stepDays'],
} as const

declare module '../../../platform/audit-vocabulary.ts' {
  interface AuditVocabulary {
    relationTransfer: typeof relationTransferAudit
  }
}
