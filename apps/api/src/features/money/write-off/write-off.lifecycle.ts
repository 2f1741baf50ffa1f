import { statusTable } from '@shebao/case'

/** A debt given up on a document (ACL 40): an officer asks, a head who did not ask decides (R765 37). */
export const writeOffTable = statusTable({
  lifecycle: 'write-off',
  states: ['REQUESTED', 'CONFIRMED', 'REFUSED'],
  final: ['CONFIRMED', 'REFUSED'],
  goals: ['CONFIRMED'],
  openings: [{ event: 'REQUEST', to: 'REQUESTED', who: 'write-off:request' }],
  steps: [
    {
      event: 'CONFIRM',
      from: ['REQUESTED'],
      to: 'CONFIRMED',
      who: 'write-off:decide',
      guards: ['STILL_OWED', 'BASIS_HOLDS'],
      otherThan: ['REQUEST'],
    },
    { event: 'REFUSE', from: ['REQUESTED'], to: 'REFUSED', who: 'write-off:decide', otherThan: ['REQUEST'] },
  ],
})
