import { statusTable } from '@shebao/case'

/**
 * The fine of one to three times the arrears, of a unit that did not pay within the term of its order (SIL 86). The administrative
 * department alone proposes nothing and decides everything: it is proposed when the order has run out, the unit is told first what is
 * meant and heard (Administrative Penalty Law 44-45, 63-64), and what is decided is the department's.
 */
export const fineTable = statusTable({
  lifecycle: 'fine',
  states: ['PROPOSED', 'NOTICED', 'DECIDED', 'PAID', 'NOT_IMPOSED', 'REVOKED', 'LAPSED'],
  final: ['PAID', 'NOT_IMPOSED', 'REVOKED', 'LAPSED'],
  goals: ['PAID', 'NOT_IMPOSED'],
  openings: [{ event: 'PROPOSE_FINE', to: 'PROPOSED', who: 'fine:propose' }],
  steps: [
    {
      event: 'NOTIFY_FINE',
      from: ['PROPOSED'],
      to: 'NOTICED',
      who: 'fine:decide',
      guards: ['IN_BOUNDS'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    {
      event: 'SERVE_FINE_NOTICE',
      from: ['NOTICED'],
      to: 'SAME',
      who: 'fine:decide',
      guards: ['NOT_SERVED_YET', 'SERVICE_DAY_FITS', 'SCAN_HANDED_IN'],
    },
    { event: 'STATE_CASE', from: ['NOTICED'], to: 'SAME', who: 'fine:defend', guards: ['HEARING_IN_TIME'] },
    { event: 'ANSWER_CASE', from: ['NOTICED'], to: 'SAME', who: 'fine:decide', guards: ['SOMETHING_STATED'] },
    {
      event: 'CALL_HEARING',
      from: ['NOTICED'],
      to: 'SAME',
      who: 'fine:decide',
      guards: ['HEARING_WANTED', 'SEVEN_DAYS_AHEAD'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    {
      event: 'HOLD_HEARING',
      from: ['NOTICED'],
      to: 'SAME',
      who: 'fine:decide',
      guards: ['HEARING_CALLED', 'SCAN_HANDED_IN'],
    },
    {
      event: 'DECIDE_FINE',
      from: ['NOTICED'],
      to: 'DECIDED',
      who: 'fine:decide',
      guards: ['NOTICE_SERVED', 'NOTICE_TERM_OVER', 'HEARD', 'IN_BOUNDS', 'NOT_HEAVIER'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    {
      event: 'DROP_FINE',
      from: ['PROPOSED', 'NOTICED'],
      to: 'NOT_IMPOSED',
      who: 'fine:decide',
    },
    {
      event: 'SERVE_FINE_DECISION',
      from: ['DECIDED'],
      to: 'SAME',
      who: 'fine:decide',
      guards: ['NOT_SERVED_YET', 'SERVICE_DAY_FITS', 'SCAN_HANDED_IN'],
    },
    {
      event: 'RECEIVE_FINE',
      from: ['DECIDED'],
      to: 'PAID',
      who: 'fine:decide',
      guards: ['WHOLE_FINE', 'VALUE_DAY_FITS'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    // By review or a court, or by the department itself.
    { event: 'REVOKE_FINE', from: ['DECIDED'], to: 'REVOKED', who: 'fine:decide' },
    {
      event: 'LAPSE_FINE',
      from: ['PROPOSED', 'NOTICED'],
      to: 'LAPSED',
      who: 'fine:lapse',
      guards: ['NINETY_DAYS_OVER'],
    },
  ],
})
export type FineState = (typeof fineTable.states)[number]
export type FineEvent = Exclude<(typeof fineTable.steps)[number]['event'], 'PROPOSE_FINE'>
export type FineGuard = NonNullable<(typeof fineTable.steps)[number]['guards']>[number]

export const fineEvents = [
  ...new Set(fineTable.steps.flatMap(({ event }) => (event === 'PROPOSE_FINE' ? [] : [event satisfies FineEvent]))),
]

/** By which law each step is taken, as it is cited: SIL, or APL for the Administrative Penalty Law of 2021. */
export const lawOfStep: Readonly<Record<FineEvent, string>> = {
  NOTIFY_FINE: 'SIL 86, APL 44',
  SERVE_FINE_NOTICE: 'APL 61',
  STATE_CASE: 'APL 45, 63',
  ANSWER_CASE: 'APL 45',
  CALL_HEARING: 'APL 64',
  HOLD_HEARING: 'APL 64',
  DECIDE_FINE: 'SIL 86, APL 57',
  DROP_FINE: 'APL 57',
  SERVE_FINE_DECISION: 'APL 61',
  RECEIVE_FINE: 'APL 67',
  REVOKE_FINE: 'SIL 83',
  LAPSE_FINE: 'APL 60',
}

export const fineLimits = {
  /** Times the arrears (SIL 86). */
  least: 1,
  most: 3,
  /** To ask for a hearing, and to state one's case, in working days from the service of the notice (APL 64, 85). */
  hearingDays: 5,
  /** Before the hearing the unit is told of it, in working days (APL 64, 85). */
  callDays: 7,
  /** To serve the decision, in working days (APL 61, 85). */
  serveDays: 7,
  /** To pay, in days from the service of the decision (APL 67). */
  payDays: 15,
  /** To decide, in days from the opening (APL 60). */
  decideDays: 90,
} as const
