/** Everywhere between the day after the due date and an end, as long as nothing was sold. */
export const beforeAuction = [
  'OVERDUE',
  'VERIFIED',
  'ORDERED',
  'ORDER_EXPIRED',
  'ACCOUNT_QUERIED',
  'ALLOCATION_APPLIED',
  'DEMANDED',
  'ALLOCATION_DECIDED',
  'ALLOCATED',
  'SHORTFALL',
  'DEFERRED',
  'AGREEMENT_BREACHED',
  'COURT_APPLIED',
  'COURT_ACCEPTED',
  'RULED_ENFORCE',
  'RULED_REFUSED',
  'SEIZED',
  'SUSPENDED',
] as const
export const live = [...beforeAuction, 'AUCTIONED', 'OFFSET'] as const
/** Where something is being enforced that hardship or a third party's claim can stop (ACL 39). */
export const stoppable = [
  'ORDER_EXPIRED',
  'ACCOUNT_QUERIED',
  'ALLOCATION_APPLIED',
  'DEMANDED',
  'ALLOCATION_DECIDED',
  'ALLOCATED',
  'SHORTFALL',
  'RULED_ENFORCE',
  'RULED_REFUSED',
  'OFFSET',
] as const
