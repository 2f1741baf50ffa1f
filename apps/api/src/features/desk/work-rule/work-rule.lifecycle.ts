import { statusTable } from '@shebao/case'

/** Who gets whose cases is not one person's word: one proposes a rule, somebody else publishes it (R765 37). */
export const workRuleTable = statusTable({
  lifecycle: 'work-rule',
  states: ['PROPOSED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN', 'ENDED'],
  final: ['REFUSED', 'WITHDRAWN', 'ENDED'],
  goals: ['PUBLISHED'],
  openings: [{ event: 'PROPOSE', to: 'PROPOSED', who: 'work-rule:propose' }],
  steps: [
    { event: 'PUBLISH', from: ['PROPOSED'], to: 'PUBLISHED', who: 'work-rule:publish', otherThan: ['PROPOSE'] },
    { event: 'REFUSE', from: ['PROPOSED'], to: 'REFUSED', who: 'work-rule:refuse', otherThan: ['PROPOSE'] },
    { event: 'WITHDRAW', from: ['PROPOSED'], to: 'WITHDRAWN', who: 'work-rule:withdraw' },
    { event: 'END', from: ['PUBLISHED'], to: 'ENDED', who: 'work-rule:end' },
  ],
})
