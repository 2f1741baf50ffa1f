import { statusTable } from '@shebao/case'

/** A day of bank, treasury and books: closed for good by somebody who settled none of its items [PD]. */
export const dayTable = statusTable({
  lifecycle: 'reconciliation-day',
  states: ['OPEN', 'CLOSED'],
  final: ['CLOSED'],
  goals: ['CLOSED'],
  openings: [{ event: 'OPEN', to: 'OPEN', who: 'reconciliation:open-day' }],
  steps: [
    { event: 'SETTLE_ITEM', from: ['OPEN'], to: 'SAME', who: 'reconciliation:resolve' },
    {
      event: 'CLOSE',
      from: ['OPEN'],
      to: 'CLOSED',
      who: 'reconciliation:close',
      guards: ['DAY_OVER', 'FILES_THERE', 'NO_OPEN_ITEM'],
      otherThan: ['SETTLE_ITEM'],
    },
  ],
})
