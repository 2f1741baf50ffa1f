import { statusTable } from '@shebao/case'

/** A month that was not declared is deemed (SIL 62): one proposes it with grounds, another decides (R765 37). */
export const deemedAssessmentTable = statusTable({
  lifecycle: 'deemed-assessment',
  states: ['PROPOSED', 'ISSUED', 'REFUSED'],
  final: ['ISSUED', 'REFUSED'],
  goals: ['ISSUED'],
  openings: [{ event: 'PROPOSE', to: 'PROPOSED', who: 'deemed-assessment:propose' }],
  steps: [
    {
      event: 'CONFIRM',
      from: ['PROPOSED'],
      to: 'ISSUED',
      who: 'deemed-assessment:decide',
      guards: ['STILL_UNDECLARED', 'NOT_BILLED', 'AMOUNT_HOLDS'],
      otherThan: ['PROPOSE'],
    },
    { event: 'REFUSE', from: ['PROPOSED'], to: 'REFUSED', who: 'deemed-assessment:decide', otherThan: ['PROPOSE'] },
  ],
})
