import { statusTable } from '@shebao/case'

/**
 * That a unit leaves the register (R765 10): asked for by the unit with evidence, and only when premiums, late fees and fines are
 * cleared, nobody is insured with it any more, and no case of it is open. What stands in the way is looked at again when it is approved.
 */
export const cancellationTable = statusTable({
  lifecycle: 'cancellation',
  states: ['REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN'],
  final: ['APPROVED', 'REFUSED', 'WITHDRAWN'],
  goals: ['APPROVED'],
  openings: [{ event: 'REQUEST', to: 'REQUESTED', who: 'cancellation:request' }],
  steps: [
    {
      event: 'APPROVE',
      from: ['REQUESTED'],
      to: 'APPROVED',
      who: 'cancellation:approve',
      guards: ['CLEARED'],
      tells: [{ of: 'CANCELLATION_APPROVED', to: 'EMPLOYER' }],
    },
    {
      event: 'REFUSE',
      from: ['REQUESTED'],
      to: 'REFUSED',
      who: 'cancellation:refuse',
      tells: [{ of: 'CANCELLATION_REFUSED', to: 'EMPLOYER' }],
    },
    { event: 'WITHDRAW', from: ['REQUESTED'], to: 'WITHDRAWN', who: 'cancellation:withdraw' },
  ],
})
