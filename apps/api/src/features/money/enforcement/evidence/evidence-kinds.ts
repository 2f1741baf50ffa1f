/** Scans that people hand in with a step; what the ledger, the calendar and the case know by themselves is none. */
export const evidenceKinds = [
  'AUDIT_RECORD',
  'SERVICE_RECEIPT',
  'BANK_REPLY',
  'DEFENCE_RECORD',
  'HIDING_ASSETS',
  'BANK_RECEIPT',
  'CONTRACT',
  'REGISTRATION',
  'VALUATION',
  'GROUNDS',
  'RULING',
  'INVENTORY',
  'AUCTION_REPORT',
  'DISTRIBUTION',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Other bodies than the agency that may look at it; each also at what it handed in itself. */
type OtherBody = 'EMPLOYER' | 'DEPARTMENT' | 'COURT'
export const evidenceReaders: Readonly<Record<EvidenceKind, readonly OtherBody[]>> = {
  AUDIT_RECORD: ['DEPARTMENT', 'COURT'],
  // The unit signed it.
  SERVICE_RECEIPT: ['EMPLOYER', 'DEPARTMENT', 'COURT'],
  BANK_REPLY: ['DEPARTMENT', 'COURT'],
  DEFENCE_RECORD: ['EMPLOYER', 'DEPARTMENT', 'COURT'],
  HIDING_ASSETS: ['COURT'],
  BANK_RECEIPT: ['DEPARTMENT', 'COURT'],
  // The unit has its own copies; what the agency prepares is not the unit's to see (ADR 56).
  CONTRACT: ['DEPARTMENT', 'COURT'],
  REGISTRATION: ['DEPARTMENT', 'COURT'],
  VALUATION: ['DEPARTMENT', 'COURT'],
  GROUNDS: ['COURT'],
  RULING: ['EMPLOYER', 'COURT'],
  // ACL 24: a list of what is seized is handed to the debtor.
  INVENTORY: ['EMPLOYER', 'COURT'],
  AUCTION_REPORT: ['EMPLOYER', 'COURT'],
  DISTRIBUTION: ['EMPLOYER', 'COURT'],
}
