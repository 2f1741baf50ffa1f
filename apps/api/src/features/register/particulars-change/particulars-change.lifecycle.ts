import { statusTable } from '@shebao/case'

/**
 * A change of what the register says of an employer (R765 10): asked for with evidence, accepted by an officer. Where money goes is
 * changed by two people: whoever checked the papers does not confirm.
 */
export const particularsChangeTable = statusTable({
  lifecycle: 'particulars-change',
  states: ['REQUESTED', 'CHECKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'],
  final: ['ACCEPTED', 'REFUSED', 'WITHDRAWN'],
  goals: ['ACCEPTED'],
  openings: [{ event: 'REQUEST', to: 'REQUESTED', who: 'particulars-change:request' }],
  steps: [
    {
      event: 'ACCEPT',
      from: ['REQUESTED'],
      to: 'ACCEPTED',
      who: 'particulars-change:accept',
      guards: ['ONE_IS_ENOUGH'],
      tells: [{ of: 'PARTICULARS_CHANGED', to: 'EMPLOYER' }],
    },
    {
      event: 'CHECK',
      from: ['REQUESTED'],
      to: 'CHECKED',
      who: 'particulars-change:check',
      guards: ['MONEY_GOES_THERE'],
    },
    {
      event: 'CONFIRM',
      from: ['CHECKED'],
      to: 'ACCEPTED',
      who: 'particulars-change:confirm',
      otherThan: ['CHECK'],
      tells: [{ of: 'PARTICULARS_CHANGED', to: 'EMPLOYER' }],
    },
    {
      event: 'REFUSE',
      from: ['REQUESTED', 'CHECKED'],
      to: 'REFUSED',
      who: 'particulars-change:refuse',
      tells: [{ of: 'PARTICULARS_REFUSED', to: 'EMPLOYER' }],
    },
    { event: 'WITHDRAW', from: ['REQUESTED', 'CHECKED'], to: 'WITHDRAWN', who: 'particulars-change:withdraw' },
  ],
})
