import { beforeAuction, stoppable } from './enforcement-states.ts'

/** A guarantee and payment later (SIL 63, M13); and how a case is stopped, or ends without its money (ACL 39-40). */
export const deferralSteps = [
  // A guarantee, and payment later
  {
    event: 'SIGN_DEFERRAL',
    from: ['SHORTFALL'],
    to: 'DEFERRED',
    who: 'enforcement:sign',
    guards: ['STILL_OWED', 'NO_GUARANTEE', 'PREPARED', 'GUARANTEE_COVERS', 'PLAN_FITS', 'EVIDENCE_HANDED_IN'],
    otherThan: ['PREPARE_PAPER'],
    tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
  },
  {
    event: 'BREACH_DEFERRAL',
    from: ['DEFERRED'],
    to: 'AGREEMENT_BREACHED',
    who: 'enforcement:expire',
    guards: ['STILL_OWED', 'INSTALMENT_MISSED'],
    tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
  },
  {
    event: 'NOTIFY_BREACH',
    from: ['AGREEMENT_BREACHED'],
    to: 'SAME',
    who: 'enforcement:sign',
    guards: ['PREPARED'],
    otherThan: ['PREPARE_PAPER'],
    tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
  },
  {
    event: 'REALISE_GUARANTEE',
    from: ['AGREEMENT_BREACHED'],
    to: 'SHORTFALL',
    who: 'enforcement:review',
    guards: ['BREACH_NOTIFIED', 'MONEY_FITS'],
  },
  // Stopped, and ended without money
  {
    event: 'SUSPEND',
    from: stoppable,
    to: 'SUSPENDED',
    who: 'enforcement:sign',
    guards: ['PREPARED'],
    otherThan: ['PREPARE_PAPER'],
    tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
  },
  // What the debtor has is asked anew, whatever it was before [PD].
  { event: 'RESUME', from: ['SUSPENDED'], to: 'ORDER_EXPIRED', who: 'enforcement:review', guards: ['STILL_OWED'] },
  { event: 'LAPSE', from: ['SUSPENDED'], to: 'TERMINATED', who: 'enforcement:expire', guards: ['SUSPENDED_LONG'] },
  {
    event: 'TERMINATE',
    from: beforeAuction,
    to: 'TERMINATED',
    who: 'enforcement:sign',
    guards: ['PREPARED'],
    otherThan: ['PREPARE_PAPER'],
    tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
  },
] as const
