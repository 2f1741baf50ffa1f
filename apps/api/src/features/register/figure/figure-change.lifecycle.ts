import { statusTable } from '@shebao/case'

/** What the office's services are measured by is not one person's word: one proposes, somebody else publishes (R765 37). */
export const figureChangeTable = statusTable({
  lifecycle: 'figure-change',
  states: ['PROPOSED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN'],
  final: ['PUBLISHED', 'REFUSED', 'WITHDRAWN'],
  goals: ['PUBLISHED'],
  openings: [{ event: 'PROPOSE', to: 'PROPOSED', who: 'figure:propose' }],
  steps: [
    {
      event: 'PUBLISH',
      from: ['PROPOSED'],
      to: 'PUBLISHED',
      who: 'figure:publish',
      guards: ['DAY_AHEAD', 'HELD_AS_PROPOSED'],
      otherThan: ['PROPOSE'],
    },
    { event: 'REFUSE', from: ['PROPOSED'], to: 'REFUSED', who: 'figure:refuse', otherThan: ['PROPOSE'] },
    { event: 'WITHDRAW', from: ['PROPOSED'], to: 'WITHDRAWN', who: 'figure:withdraw' },
  ],
})
