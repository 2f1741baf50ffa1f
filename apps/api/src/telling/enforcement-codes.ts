/** What a unit is told of its case under SIL 63: each paper and each turn that it can still do something about, and each end. */
export const enforcementSayings = [
  'RECALCULATED',
  'ORDERED',
  'DEMANDED',
  'ALLOCATION_DECIDED',
  'ALLOCATED',
  'DEFERRED',
  'AGREEMENT_BREACHED',
  'SHORTFALL',
  'COURT_APPLIED',
  'RULED_ENFORCE',
  'SEIZED',
  'OFFSET',
  'SUSPENDED',
  'CLOSED_PAID',
  'CLOSED_OFFSET',
  'TERMINATED',
] as const
export type EnforcementSaying = (typeof enforcementSayings)[number]
