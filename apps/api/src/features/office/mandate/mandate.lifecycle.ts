import { statusTable } from '@shebao/case'

/** That an agency acts for an employer: given by the employer, accepted by the agency, ended by either or by its last day. */
export const mandateTable = statusTable({
  lifecycle: 'mandate',
  states: ['OFFERED', 'ACCEPTED', 'DECLINED', 'ENDED'],
  final: ['DECLINED', 'ENDED'],
  goals: ['ACCEPTED'],
  openings: [{ event: 'GRANT', to: 'OFFERED', who: 'mandate:grant' }],
  steps: [
    { event: 'ACCEPT', from: ['OFFERED'], to: 'ACCEPTED', who: 'mandate:accept' },
    { event: 'DECLINE', from: ['OFFERED'], to: 'DECLINED', who: 'mandate:decline' },
    { event: 'END', from: ['OFFERED', 'ACCEPTED'], to: 'ENDED', who: 'mandate:end' },
  ],
})
