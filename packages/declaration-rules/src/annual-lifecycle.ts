import { statusTable } from '@shebao/case'

/**
 * The annual inspection (domain 4.1). How far a draft has come between NOT_STARTED and READY follows from what is in it
 * (`ANNUAL_STATES`) and is no step anybody takes. OVERDUE is a flag beside the state, set by the window.
 */
export const annualLifecycle = statusTable({
  lifecycle: 'annual-declaration',
  states: [
    'NOT_STARTED',
    'READY',
    'SUBMITTED',
    'UNDER_REVIEW',
    'RETURNED',
    'APPROVED',
    'PRINTED',
    'PAPER_FILED',
    'CLOSED',
  ],
  final: ['CLOSED'],
  goals: ['CLOSED'],
  openings: [{ event: 'OPEN', to: 'NOT_STARTED', who: 'declaration:open' }],
  steps: [
    // A draft is where its last step left it; that it is complete is a guard, not a state.
    {
      event: 'SUBMIT',
      from: ['NOT_STARTED', 'READY', 'RETURNED'],
      to: 'SUBMITTED',
      who: 'declaration:submit',
      guards: ['ROSTER_CURRENT', 'DIFFERENCES_SETTLED', 'COMPLETE'],
    },
    // Only before review (domain 3.2); the draft is as it was and can be corrected and submitted as the next version.
    { event: 'WITHDRAW', from: ['SUBMITTED'], to: 'READY', who: 'declaration:withdraw' },
    { event: 'START_REVIEW', from: ['SUBMITTED'], to: 'UNDER_REVIEW', who: 'review:start' },
    { event: 'RECOMMEND', from: ['UNDER_REVIEW'], to: 'SAME', who: 'review:recommend', guards: ['COMPLETE'] },
    {
      event: 'RETURN',
      from: ['UNDER_REVIEW'],
      to: 'RETURNED',
      who: 'review:return',
      tells: [{ of: 'DECLARATION_RETURNED', to: 'EMPLOYER' }],
    },
    {
      event: 'APPROVE',
      from: ['UNDER_REVIEW'],
      to: 'APPROVED',
      who: 'review:approve',
      guards: ['COMPLETE'],
      otherThan: ['START_REVIEW', 'RECOMMEND'],
      tells: [{ of: 'DECLARATION_ACCEPTED', to: 'EMPLOYER' }],
    },
    { event: 'PRINT', from: ['APPROVED'], to: 'PRINTED', who: 'declaration:print' },
    // Paper on the desk was printed, whoever noted it.
    {
      event: 'FILE_PAPER',
      from: ['APPROVED', 'PRINTED'],
      to: 'PAPER_FILED',
      who: 'paper:register',
      guards: ['PAPER_MATCHES', 'SEALED'],
    },
    {
      event: 'RETURN_PAPER',
      from: ['APPROVED', 'PRINTED'],
      to: 'RETURNED',
      who: 'paper:register',
      guards: ['PAPER_DIFFERS'],
      tells: [{ of: 'DECLARATION_RETURNED', to: 'EMPLOYER' }],
    },
    { event: 'CLOSE', from: ['PAPER_FILED'], to: 'CLOSED', who: 'declaration:close' },
  ],
})

export type AnnualEvent = (typeof annualLifecycle.steps)[number]['event']
/** Where a declaration stands in the register, as its last step left it. */
export type AnnualStanding = (typeof annualLifecycle.states)[number]
export type AnnualGuard = NonNullable<(typeof annualLifecycle.steps)[number]['guards']>[number]
