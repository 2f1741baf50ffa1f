import { statusTable } from '@shebao/case'

/** Months paid that were left out (3.5): few and recent ones at once, others by two of the office (R765 37). */
export const backPaymentTable = statusTable({
  lifecycle: 'back-payment',
  states: ['APPLIED', 'CHECKED', 'ISSUED', 'REJECTED'],
  final: ['ISSUED', 'REJECTED'],
  goals: ['ISSUED'],
  openings: [
    { event: 'APPLY', to: 'APPLIED', who: 'back-payment:apply' },
    { event: 'APPLY_ONLINE', to: 'ISSUED', who: 'back-payment:apply' },
  ],
  steps: [
    { event: 'CHECK', from: ['APPLIED'], to: 'CHECKED', who: 'back-payment:check' },
    {
      event: 'APPROVE',
      from: ['CHECKED'],
      to: 'ISSUED',
      who: 'back-payment:approve',
      guards: ['MONTHS_MAY_BE_BILLED'],
      otherThan: ['CHECK'],
      tells: [{ of: 'BACK_PAYMENT_APPROVED', to: 'EMPLOYER' }],
    },
    {
      event: 'REJECT',
      from: ['APPLIED', 'CHECKED'],
      to: 'REJECTED',
      who: 'back-payment:reject',
      tells: [{ of: 'BACK_PAYMENT_REJECTED', to: 'EMPLOYER' }],
    },
  ],
})
