import { statusTable } from '@shebao/case'

/** What the office's papers say is not one person's word: one proposes, somebody else publishes [PD]. */
export const paperTemplateTable = statusTable({
  lifecycle: 'paper-template',
  states: ['PROPOSED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN'],
  final: ['PUBLISHED', 'REFUSED', 'WITHDRAWN'],
  goals: ['PUBLISHED'],
  openings: [{ event: 'PROPOSE', to: 'PROPOSED', who: 'template:propose' }],
  steps: [
    {
      event: 'PUBLISH',
      from: ['PROPOSED'],
      to: 'PUBLISHED',
      who: 'template:publish',
      guards: ['DAY_AHEAD', 'BASED_ON_WHAT_HOLDS', 'PLACES_KNOWN'],
      otherThan: ['PROPOSE'],
    },
    { event: 'REFUSE', from: ['PROPOSED'], to: 'REFUSED', who: 'template:refuse', otherThan: ['PROPOSE'] },
    { event: 'WITHDRAW', from: ['PROPOSED'], to: 'WITHDRAWN', who: 'template:withdraw' },
  ],
})
