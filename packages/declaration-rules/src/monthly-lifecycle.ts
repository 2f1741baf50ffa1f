import { statusTable } from '@shebao/case'

/**
 * The monthly declaration and the notice made from it (domain 3.2, 3.3). Nobody asks this table yet: its permissions and
 * guards come with the feature.
 */
export const monthlyLifecycle = statusTable({
  lifecycle: 'monthly-declaration',
  states: [
    'DRAFT',
    'SUBMITTED',
    'UNDER_REVIEW',
    'APPROVED',
    'NOTICED',
    'PARTIALLY_PAID',
    'PAID',
    'RETURNED',
    'WITHDRAWN',
    'ASSESSED',
    'OVERDUE',
    'CANCELLED',
  ],
  final: ['PAID', 'CANCELLED'],
  goals: ['PAID'],
  openings: [{ event: 'OPEN', to: 'DRAFT', who: 'monthly:open' }],
  steps: [
    // A later filing settles an assessment (domain 3.3), so ASSESSED may still be filed.
    { event: 'SUBMIT', from: ['DRAFT', 'ASSESSED'], to: 'SUBMITTED', who: 'monthly:submit', guards: ['COMPLETE'] },
    { event: 'WITHDRAW', from: ['SUBMITTED'], to: 'WITHDRAWN', who: 'monthly:withdraw' },
    { event: 'START_REVIEW', from: ['SUBMITTED'], to: 'UNDER_REVIEW', who: 'monthly:review' },
    { event: 'RETURN', from: ['UNDER_REVIEW'], to: 'RETURNED', who: 'monthly:review' },
    { event: 'REOPEN', from: ['RETURNED', 'WITHDRAWN'], to: 'DRAFT', who: 'monthly:submit' },
    {
      event: 'APPROVE',
      from: ['UNDER_REVIEW'],
      to: 'APPROVED',
      who: 'monthly:approve',
      guards: ['COMPLETE'],
      otherThan: ['START_REVIEW'],
    },
    { event: 'ASSESS', from: ['DRAFT', 'RETURNED', 'WITHDRAWN'], to: 'ASSESSED', who: 'monthly:assess' },
    { event: 'ISSUE_NOTICE', from: ['APPROVED', 'ASSESSED'], to: 'NOTICED', who: 'monthly:assess' },
    {
      event: 'POST_PART_PAYMENT',
      from: ['NOTICED', 'PARTIALLY_PAID'],
      to: 'PARTIALLY_PAID',
      who: 'monthly:post-payment',
    },
    { event: 'POST_PART_PAYMENT', from: ['OVERDUE'], to: 'SAME', who: 'monthly:post-payment' },
    {
      event: 'POST_PAYMENT',
      from: ['NOTICED', 'PARTIALLY_PAID', 'OVERDUE'],
      to: 'PAID',
      who: 'monthly:post-payment',
    },
    { event: 'MARK_OVERDUE', from: ['NOTICED', 'PARTIALLY_PAID'], to: 'OVERDUE', who: 'monthly:mark-overdue' },
    { event: 'CANCEL', from: ['DRAFT', 'RETURNED', 'WITHDRAWN'], to: 'CANCELLED', who: 'monthly:submit' },
  ],
})
