import { statusTable } from '@shebao/case'

/** Everywhere between the day after the due date and an end, as long as nothing was sold. */
const beforeAuction = [
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
const live = [...beforeAuction, 'AUCTIONED', 'OFFSET'] as const
/** Where something is being enforced that hardship or a third party's claim can stop (ACL 39). */
const stoppable = [
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

/**
 * SIL 63 from the day after the due date to the auction. Three bodies and a bank act in it, each by its own permission: what the
 * agency prepares only its head signs, and never who prepared it (R765 37); the allocation is decided by the administrative
 * department alone; the court rules and executes. `legal-steps.ts` says of every step by which law and until when.
 */
export const enforcementTable = statusTable({
  lifecycle: 'enforcement',
  states: [...live, 'CLOSED_PAID', 'CLOSED_OFFSET', 'TERMINATED'],
  final: ['CLOSED_PAID', 'CLOSED_OFFSET', 'TERMINATED'],
  goals: ['CLOSED_PAID', 'CLOSED_OFFSET'],
  openings: [{ event: 'OPEN_ENFORCEMENT', to: 'OVERDUE', who: 'enforcement:open' }],
  steps: [
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
    { event: 'PREPARE_PAPER', from: live, to: 'SAME', who: 'enforcement:prepare', guards: ['PAPER_OF_STATE'] },
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
      guards: ['NOT_SERVED_YET', 'SERVICE_DAY_FITS'],
    },
    {
      event: 'EXPIRE_ORDER',
      from: ['ORDERED'],
      to: 'ORDER_EXPIRED',
      who: 'enforcement:expire',
      guards: ['ORDER_SERVED', 'ORDER_TERM_OVER', 'STILL_OWED'],
    },
    // Accounts, and the allocation from them
    {
      event: 'QUERY_ACCOUNTS',
      from: ['ORDER_EXPIRED', 'SHORTFALL'],
      to: 'ACCOUNT_QUERIED',
      who: 'enforcement:sign',
      guards: ['STILL_OWED', 'NO_GUARANTEE', 'PREPARED'],
      otherThan: ['PREPARE_PAPER'],
    },
    {
      event: 'ANSWER_QUERY',
      from: ['ACCOUNT_QUERIED'],
      to: 'SAME',
      who: 'enforcement:answer',
      guards: ['BANK_ASKED', 'REPLY_FITS'],
    },
    {
      event: 'APPLY_ALLOCATION',
      from: ['ACCOUNT_QUERIED'],
      to: 'ALLOCATION_APPLIED',
      who: 'enforcement:sign',
      guards: ['STILL_OWED', 'PREPARED', 'ACCOUNT_KNOWN'],
      otherThan: ['PREPARE_PAPER'],
    },
    {
      event: 'RETURN_APPLICATION',
      from: ['ALLOCATION_APPLIED', 'DEMANDED'],
      to: 'ACCOUNT_QUERIED',
      who: 'enforcement:decide',
    },
    {
      event: 'DEMAND_PAYMENT',
      from: ['ALLOCATION_APPLIED'],
      to: 'DEMANDED',
      who: 'enforcement:decide',
      guards: ['STILL_OWED'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    {
      event: 'SERVE_DEMAND',
      from: ['DEMANDED'],
      to: 'SAME',
      who: 'enforcement:decide',
      guards: ['NOT_SERVED_YET', 'SERVICE_DAY_FITS'],
    },
    { event: 'DEFEND', from: ['DEMANDED'], to: 'SAME', who: 'enforcement:defend' },
    { event: 'HEAR_DEFENCE', from: ['DEMANDED'], to: 'SAME', who: 'enforcement:decide', guards: ['DEFENCE_OPEN'] },
    {
      event: 'DECIDE_ALLOCATION',
      from: ['DEMANDED'],
      to: 'ALLOCATION_DECIDED',
      who: 'enforcement:decide',
      guards: ['STILL_OWED', 'DEMAND_CURRENT', 'DEFENCE_HEARD', 'DEMAND_SERVED', 'DEMAND_TERM_OVER'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    {
      event: 'SERVE_DECISION',
      from: ['ALLOCATION_DECIDED'],
      to: 'SAME',
      who: 'enforcement:decide',
      guards: ['NOT_SERVED_YET', 'SERVICE_DAY_FITS'],
    },
    {
      event: 'NOTIFY_BANK',
      from: ['ALLOCATION_DECIDED'],
      to: 'SAME',
      who: 'enforcement:decide',
      guards: ['STILL_OWED', 'DECISION_SERVED', 'BANK_NOT_NOTIFIED', 'BY_DAY'],
    },
    {
      event: 'ALLOCATE',
      from: ['ALLOCATION_DECIDED'],
      to: 'ALLOCATED',
      who: 'enforcement:answer',
      guards: ['BANK_NOTIFIED', 'ALLOCATION_FITS'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    // The bank draws what is there, and the rest when it comes (ACL 47).
    {
      event: 'ALLOCATE_PART',
      from: ['ALLOCATION_DECIDED'],
      to: 'SAME',
      who: 'enforcement:answer',
      guards: ['BANK_NOTIFIED', 'ALLOCATION_FITS'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    {
      event: 'FIND_SHORTFALL',
      from: ['ACCOUNT_QUERIED', 'ALLOCATED'],
      to: 'SHORTFALL',
      who: 'enforcement:review',
      guards: ['STILL_OWED', 'SHORT'],
    },
    // A guarantee, and payment later
    {
      event: 'SIGN_DEFERRAL',
      from: ['SHORTFALL'],
      to: 'DEFERRED',
      who: 'enforcement:sign',
      guards: ['STILL_OWED', 'NO_GUARANTEE', 'PREPARED', 'GUARANTEE_COVERS', 'PLAN_FITS'],
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
    // The court
    {
      event: 'DEMAND_BEFORE_COURT',
      from: ['SHORTFALL'],
      to: 'SAME',
      who: 'enforcement:sign',
      guards: ['STILL_OWED', 'NO_GUARANTEE', 'PREPARED'],
      otherThan: ['PREPARE_PAPER'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    {
      event: 'SERVE_COURT_DEMAND',
      from: ['SHORTFALL'],
      to: 'SAME',
      who: 'enforcement:prepare',
      guards: ['NOT_SERVED_YET', 'SERVICE_DAY_FITS'],
    },
    {
      event: 'APPLY_COURT',
      from: ['SHORTFALL', 'AGREEMENT_BREACHED'],
      to: 'COURT_APPLIED',
      who: 'enforcement:sign',
      guards: ['STILL_OWED', 'NO_GUARANTEE', 'COURT_DEMAND_RIPE', 'REMEDIES_OVER', 'COURT_IN_TIME', 'PREPARED'],
      otherThan: ['PREPARE_PAPER'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    { event: 'ACCEPT_APPLICATION', from: ['COURT_APPLIED'], to: 'COURT_ACCEPTED', who: 'enforcement:rule' },
    { event: 'DECLINE_APPLICATION', from: ['COURT_APPLIED'], to: 'RULED_REFUSED', who: 'enforcement:rule' },
    {
      event: 'RULE_TO_ENFORCE',
      from: ['COURT_ACCEPTED'],
      to: 'RULED_ENFORCE',
      who: 'enforcement:rule',
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    { event: 'RULE_TO_REFUSE', from: ['COURT_ACCEPTED'], to: 'RULED_REFUSED', who: 'enforcement:rule' },
    {
      event: 'CONTEST_REFUSAL',
      from: ['RULED_REFUSED'],
      to: 'COURT_APPLIED',
      who: 'enforcement:sign',
      guards: ['STILL_OWED', 'CONTEST_IN_TIME', 'PREPARED'],
      otherThan: ['PREPARE_PAPER'],
    },
    {
      event: 'SEIZE',
      from: ['RULED_ENFORCE', 'OFFSET'],
      to: 'SEIZED',
      who: 'enforcement:rule',
      guards: ['STILL_OWED', 'BY_DAY', 'SEIZURE_EQUIVALENT'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    {
      event: 'AUCTION',
      from: ['SEIZED'],
      to: 'AUCTIONED',
      who: 'enforcement:rule',
      guards: ['STILL_OWED'],
    },
    {
      event: 'OFFSET_DEBT',
      from: ['AUCTIONED'],
      to: 'OFFSET',
      who: 'enforcement:rule',
      guards: ['COSTS_FIT'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    {
      event: 'CLOSE_OFFSET',
      from: ['OFFSET'],
      to: 'CLOSED_OFFSET',
      who: 'enforcement:close',
      guards: ['NOTHING_OWED'],
      tells: [{ of: 'ENFORCEMENT_STEP', to: 'EMPLOYER' }],
    },
    {
      event: 'FIND_REST',
      from: ['RULED_ENFORCE', 'RULED_REFUSED', 'OFFSET'],
      to: 'SHORTFALL',
      who: 'enforcement:review',
      guards: ['STILL_OWED'],
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
  ],
})

export type EnforcementState = (typeof enforcementTable.states)[number]
export type EnforcementStep = Exclude<(typeof enforcementTable.steps)[number]['event'], 'OPEN_ENFORCEMENT'>
export type EnforcementGuard = NonNullable<(typeof enforcementTable.steps)[number]['guards']>[number]

/** Every event but the first, as a list. */
export const enforcementEvents = [
  ...new Set(
    enforcementTable.steps.flatMap(({ event }) =>
      event === 'OPEN_ENFORCEMENT' ? [] : [event satisfies EnforcementStep],
    ),
  ),
]
