import { statusTable } from '@shebao/case'

/**
 * What agents say is not one person's word: one proposes, somebody else publishes [PD]. What is published is held against the law and
 * the office's rules again by its day; where nothing changed, only the next day is written down.
 */
export const hotlineScriptTable = statusTable({
  lifecycle: 'hotline-script',
  states: ['PROPOSED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN'],
  final: ['PUBLISHED', 'REFUSED', 'WITHDRAWN'],
  goals: ['PUBLISHED'],
  openings: [{ event: 'PROPOSE', to: 'PROPOSED', who: 'hotline-script:propose' }],
  steps: [
    {
      event: 'PUBLISH',
      from: ['PROPOSED'],
      to: 'PUBLISHED',
      who: 'hotline-script:publish',
      guards: ['REVIEW_AHEAD', 'BASED_ON_WHAT_HOLDS', 'TEXT_FITS'],
      otherThan: ['PROPOSE'],
    },
    {
      event: 'REFUSE',
      from: ['PROPOSED'],
      to: 'REFUSED',
      who: 'hotline-script:refuse',
      otherThan: ['PROPOSE'],
    },
    { event: 'WITHDRAW', from: ['PROPOSED'], to: 'WITHDRAWN', who: 'hotline-script:withdraw' },
    {
      event: 'REVIEW',
      from: ['PUBLISHED'],
      to: 'SAME',
      who: 'hotline-script:review',
      guards: ['REVIEW_AHEAD', 'BASED_ON_WHAT_HOLDS', 'TEXT_FITS'],
    },
  ],
})
