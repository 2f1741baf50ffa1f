import { statusTable } from '@shebao/case'

/**
 * The monthly declaration (domain 3.2). What comes after APPROVED (NOTICED, PARTIALLY_PAID, PAID, OVERDUE) and ASSESSED follows
 * from the notice of the month (`monthlyStateOf`) and is no step anybody takes: the ledger alone knows what was paid.
 */
export const monthlyLifecycle = statusTable({
  lifecycle: 'monthly-declaration',
  states: ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'WITHDRAWN', 'APPROVED', 'CANCELLED'],
  final: ['APPROVED', 'CANCELLED'],
  goals: ['APPROVED'],
  openings: [{ event: 'OPEN', to: 'DRAFT', who: 'monthly:open' }],
  steps: [
    // What was returned or taken back is mended where it stands and handed in as the next version.
    {
      event: 'SUBMIT',
      from: ['DRAFT', 'RETURNED', 'WITHDRAWN'],
      to: 'SUBMITTED',
      who: 'monthly:submit',
      guards: ['PERIOD_OPEN', 'SOMETHING_TO_FILE', 'COMPLETE', 'NOBODY_ELSEWHERE'],
      tells: [{ of: 'MONTHLY_SUBMITTED', to: 'EMPLOYER' }],
    },
    // Only before review (domain 3.2).
    { event: 'WITHDRAW', from: ['SUBMITTED'], to: 'WITHDRAWN', who: 'monthly:withdraw' },
    { event: 'START_REVIEW', from: ['SUBMITTED'], to: 'UNDER_REVIEW', who: 'review:start' },
    { event: 'RECOMMEND', from: ['UNDER_REVIEW'], to: 'SAME', who: 'review:recommend', guards: ['COMPLETE'] },
    {
      event: 'RETURN',
      from: ['UNDER_REVIEW'],
      to: 'RETURNED',
      who: 'review:return',
      tells: [{ of: 'MONTHLY_RETURNED', to: 'EMPLOYER' }],
    },
    {
      event: 'APPROVE',
      from: ['UNDER_REVIEW'],
      to: 'APPROVED',
      who: 'review:approve',
      guards: ['COMPLETE', 'NOBODY_ELSEWHERE', 'FITS_REGISTER'],
      otherThan: ['START_REVIEW', 'RECOMMEND'],
      tells: [{ of: 'MONTHLY_ACCEPTED', to: 'EMPLOYER' }],
    },
    { event: 'CANCEL', from: ['DRAFT', 'RETURNED', 'WITHDRAWN'], to: 'CANCELLED', who: 'monthly:open' },
  ],
})

export type MonthlyEvent = (typeof monthlyLifecycle.steps)[number]['event']
/** Where a declaration stands, as its last step left it. */
export type MonthlyStanding = (typeof monthlyLifecycle.states)[number]
export type MonthlyGuard = NonNullable<(typeof monthlyLifecycle.steps)[number]['guards']>[number]
