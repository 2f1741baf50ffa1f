import type { StatusTable } from './status.ts'

/** The monthly declaration and the notice made from it (domain 3.2, 3.3). */
export const MONTHLY_STATES = [
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
] as const
export type MonthlyState = (typeof MONTHLY_STATES)[number]

export const MONTHLY_ACTIONS = [
  'EDIT',
  'SUBMIT',
  'WITHDRAW',
  'START_REVIEW',
  'RETURN',
  'REOPEN',
  'APPROVE',
  'ASSESS',
  'ISSUE_NOTICE',
  'POST_PART_PAYMENT',
  'POST_PAYMENT',
  'MARK_OVERDUE',
  'CANCEL',
] as const
export type MonthlyAction = (typeof MONTHLY_ACTIONS)[number]

export const MONTHLY_STATUS: StatusTable<MonthlyState, MonthlyAction> = {
  states: MONTHLY_STATES,
  actions: MONTHLY_ACTIONS,
  transitions: [
    { action: 'EDIT', from: ['DRAFT'], to: 'SAME', roles: ['CLERK'] },
    // A later filing settles an assessment (domain 3.3), so ASSESSED may still be filed.
    { action: 'SUBMIT', from: ['DRAFT', 'ASSESSED'], to: 'SUBMITTED', roles: ['CLERK'], guards: ['COMPLETE'] },
    { action: 'WITHDRAW', from: ['SUBMITTED'], to: 'WITHDRAWN', roles: ['CLERK'] },
    { action: 'START_REVIEW', from: ['SUBMITTED'], to: 'UNDER_REVIEW', roles: ['OFFICER', 'APPROVER'] },
    { action: 'RETURN', from: ['UNDER_REVIEW'], to: 'RETURNED', roles: ['OFFICER', 'APPROVER'] },
    { action: 'REOPEN', from: ['RETURNED', 'WITHDRAWN'], to: 'DRAFT', roles: ['CLERK'] },
    {
      action: 'APPROVE',
      from: ['UNDER_REVIEW'],
      to: 'APPROVED',
      roles: ['APPROVER'],
      guards: ['COMPLETE', 'OTHER_PERSON'],
    },
    { action: 'ASSESS', from: ['DRAFT', 'RETURNED', 'WITHDRAWN'], to: 'ASSESSED', roles: ['SYSTEM', 'APPROVER'] },
    { action: 'ISSUE_NOTICE', from: ['APPROVED', 'ASSESSED'], to: 'NOTICED', roles: ['SYSTEM', 'APPROVER'] },
    { action: 'POST_PART_PAYMENT', from: ['NOTICED', 'PARTIALLY_PAID'], to: 'PARTIALLY_PAID', roles: ['SYSTEM'] },
    { action: 'POST_PART_PAYMENT', from: ['OVERDUE'], to: 'SAME', roles: ['SYSTEM'] },
    { action: 'POST_PAYMENT', from: ['NOTICED', 'PARTIALLY_PAID', 'OVERDUE'], to: 'PAID', roles: ['SYSTEM'] },
    { action: 'MARK_OVERDUE', from: ['NOTICED', 'PARTIALLY_PAID'], to: 'OVERDUE', roles: ['SYSTEM'] },
    { action: 'CANCEL', from: ['DRAFT', 'RETURNED', 'WITHDRAWN'], to: 'CANCELLED', roles: ['CLERK'] },
  ],
}
