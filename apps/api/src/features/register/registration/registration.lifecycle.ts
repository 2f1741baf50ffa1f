import { statusTable } from '@shebao/case'

/**
 * An employer that registers by itself and asks to file online (SIL 57; R765 6). Whoever applies has no account: what they do is
 * entered for whoever holds the number and its secret. Refused, the same application is corrected and sent as its next version.
 */
export const registrationTable = statusTable({
  lifecycle: 'registration',
  states: ['OPENED', 'SUBMITTED', 'REFUSED', 'APPROVED', 'WITHDRAWN'],
  final: ['APPROVED', 'WITHDRAWN'],
  goals: ['APPROVED'],
  openings: [{ event: 'OPEN', to: 'OPENED', who: 'registration:apply' }],
  steps: [
    {
      event: 'SUBMIT',
      from: ['OPENED', 'REFUSED'],
      to: 'SUBMITTED',
      who: 'registration:apply',
      guards: ['COMPLETE', 'LICENCE_SHOWN'],
    },
    {
      event: 'APPROVE',
      from: ['SUBMITTED'],
      to: 'APPROVED',
      who: 'registration:approve',
      guards: ['UNIT_IS_FREE', 'CLASS_KNOWN'],
    },
    { event: 'REFUSE', from: ['SUBMITTED'], to: 'REFUSED', who: 'registration:refuse' },
    { event: 'WITHDRAW', from: ['OPENED', 'SUBMITTED', 'REFUSED'], to: 'WITHDRAWN', who: 'registration:apply' },
  ],
})
