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
  'FINE_NOTICED',
  'FINE_HEARING',
  'FINE_DECIDED',
  'FINE_PAID',
] as const
export type EnforcementSaying = (typeof enforcementSayings)[number]
