import { statusTable } from '@shebao/case'

/** That the bank may debit an employer: asked for here, signed at the bank, ended by either. */
export const agreementTable = statusTable({
  lifecycle: 'debit-agreement',
  states: ['PENDING', 'ACTIVE', 'REFUSED', 'ENDED'],
  final: ['REFUSED', 'ENDED'],
  goals: ['ACTIVE'],
  openings: [{ event: 'REQUEST', to: 'PENDING', who: 'agreement:sign' }],
  steps: [
    { event: 'SIGN', from: ['PENDING'], to: 'ACTIVE', who: 'agreement:follow' },
    // At the bank, or because nobody signed in time.
    { event: 'REFUSE', from: ['PENDING'], to: 'REFUSED', who: 'agreement:follow' },
    { event: 'END', from: ['PENDING', 'ACTIVE'], to: 'ENDED', who: 'agreement:end' },
    { event: 'END_BY_BANK', from: ['PENDING', 'ACTIVE'], to: 'ENDED', who: 'agreement:follow' },
  ],
})
