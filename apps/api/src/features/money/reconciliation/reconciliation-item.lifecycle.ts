import { statusTable } from '@shebao/case'

/**
 * One item of a day. Explaining it takes one person. Money for an employer that is not the payer, and taking a payment back, take
 * two (R765 37). Whatever people decided can be taken back until the day is closed, which closes its items with it; a payment that was
 * taken back counts again only by somebody who did not confirm that.
 */
export const reconciliationItemTable = statusTable({
  lifecycle: 'reconciliation-item',
  states: ['FOUND', 'CLAIM_ASKED', 'REVERSAL_ASKED', 'SETTLED', 'CLOSED'],
  final: ['CLOSED'],
  goals: ['SETTLED', 'CLOSED'],
  openings: [
    { event: 'FIND', to: 'FOUND', who: 'reconciliation:compare' },
    { event: 'MATCH', to: 'SETTLED', who: 'reconciliation:compare' },
  ],
  steps: [
    { event: 'SETTLE', from: ['FOUND'], to: 'SETTLED', who: 'reconciliation:resolve', guards: ['RELEASED', 'OFFERED'] },
    {
      event: 'CLAIM',
      from: ['FOUND'],
      to: 'SETTLED',
      who: 'reconciliation:resolve',
      guards: ['RELEASED', 'OFFERED', 'PAID_BY_EMPLOYER'],
    },
    {
      event: 'ASK_CLAIM',
      from: ['FOUND'],
      to: 'CLAIM_ASKED',
      who: 'reconciliation:resolve',
      guards: ['RELEASED', 'OFFERED'],
    },
    {
      event: 'CONFIRM_CLAIM',
      from: ['CLAIM_ASKED'],
      to: 'SETTLED',
      who: 'reconciliation:confirm-claim',
      guards: ['RELEASED'],
      otherThan: ['ASK_CLAIM'],
    },
    { event: 'DECLINE_CLAIM', from: ['CLAIM_ASKED'], to: 'FOUND', who: 'reconciliation:decline-claim' },
    {
      event: 'ASK_REVERSAL',
      from: ['FOUND'],
      to: 'REVERSAL_ASKED',
      who: 'reconciliation:resolve',
      guards: ['OFFERED'],
    },
    {
      event: 'CONFIRM_REVERSAL',
      from: ['REVERSAL_ASKED'],
      to: 'SETTLED',
      who: 'reconciliation:confirm-reversal',
      otherThan: ['ASK_REVERSAL'],
    },
    { event: 'DECLINE_REVERSAL', from: ['REVERSAL_ASKED'], to: 'FOUND', who: 'reconciliation:decline-reversal' },
    { event: 'TAKE_BACK', from: ['SETTLED'], to: 'FOUND', who: 'reconciliation:take-back', guards: ['DECIDED_BY_ONE'] },
    {
      event: 'TAKE_BACK_REVERSAL',
      from: ['SETTLED'],
      to: 'FOUND',
      who: 'reconciliation:take-back-reversal',
      guards: ['DECIDED_BY_TWO'],
      otherThan: ['CONFIRM_REVERSAL'],
    },
    { event: 'CLOSE_WITH_DAY', from: ['SETTLED'], to: 'CLOSED', who: 'reconciliation:close' },
  ],
})
