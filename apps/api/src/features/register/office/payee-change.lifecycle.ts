import { statusTable } from '@shebao/case'

/** Where all money goes is never one person's word: one asks on a document, somebody else confirms (R765 37). */
export const payeeChangeTable = statusTable({
  lifecycle: 'payee-change',
  states: ['REQUESTED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN'],
  final: ['CONFIRMED', 'REFUSED', 'WITHDRAWN'],
  goals: ['CONFIRMED'],
  openings: [{ event: 'REQUEST', to: 'REQUESTED', who: 'payee:change' }],
  steps: [
    {
      event: 'CONFIRM',
      from: ['REQUESTED'],
      to: 'CONFIRMED',
      who: 'payee:confirm',
      guards: ['HELD_AS_ASKED'],
      otherThan: ['REQUEST'],
    },
    { event: 'REFUSE', from: ['REQUESTED'], to: 'REFUSED', who: 'payee:refuse', otherThan: ['REQUEST'] },
    { event: 'WITHDRAW', from: ['REQUESTED'], to: 'WITHDRAWN', who: 'payee:withdraw' },
  ],
})
