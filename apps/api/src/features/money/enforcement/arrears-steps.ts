import { beforeAuction, live } from './enforcement-states.ts'

/** From the day after the due date until the order to pay has run out; and money, which ends it wherever it is. */
export const arrearsSteps = [
  // Money ends it wherever it is, and changes every amount in it.
  {
    event: 'PAID_IN_FULL',
    from: beforeAuction,
    to: 'CLOSED_PAID',
    who: 'enforcement:follow',
    guards: ['NOTHING_OWED'],
    tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
  },
  {
    event: 'PART_PAID',
    from: live,
    to: 'SAME',
    who: 'enforcement:follow',
    guards: ['STILL_OWED'],
    tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
  },
  // The agency finds out and orders
  { event: 'INVESTIGATE', from: ['OVERDUE'], to: 'SAME', who: 'enforcement:prepare', guards: ['STILL_OWED'] },
  {
    event: 'VERIFY_ARREARS',
    from: ['OVERDUE'],
    to: 'VERIFIED',
    who: 'enforcement:review',
    guards: ['STILL_OWED', 'INVESTIGATED'],
    otherThan: ['INVESTIGATE'],
  },
  {
    event: 'PREPARE_PAPER',
    from: live,
    to: 'SAME',
    who: 'enforcement:prepare',
    guards: ['PAPER_OF_STATE', 'EVIDENCE_HANDED_IN'],
  },
  {
    event: 'ORDER_PAYMENT',
    from: ['VERIFIED'],
    to: 'ORDERED',
    who: 'enforcement:sign',
    guards: ['STILL_OWED', 'PREPARED'],
    otherThan: ['PREPARE_PAPER'],
    tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
  },
  {
    event: 'SERVE_ORDER',
    from: ['ORDERED'],
    to: 'SAME',
    who: 'enforcement:prepare',
    guards: ['NOT_SERVED_YET', 'SERVICE_DAY_FITS', 'EVIDENCE_HANDED_IN'],
  },
  {
    event: 'EXPIRE_ORDER',
    from: ['ORDERED'],
    to: 'ORDER_EXPIRED',
    who: 'enforcement:expire',
    guards: ['ORDER_SERVED', 'ORDER_TERM_OVER', 'STILL_OWED'],
  },
] as const
