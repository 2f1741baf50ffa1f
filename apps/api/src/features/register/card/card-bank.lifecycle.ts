import { statusTable } from '@shebao/case'

/**
 * The bank application of a card, as far as the office knows of it: whether the bank activated it, and that it ends with the card.
 * Its password and what blocks it are the bank's business alone.
 */
export const cardBankTable = statusTable({
  lifecycle: 'social-security-card-bank',
  states: ['INACTIVE', 'NORMAL', 'CANCELLED'],
  final: ['CANCELLED'],
  goals: ['NORMAL'],
  openings: [{ event: 'OPEN_BANK', to: 'INACTIVE', who: 'card:apply' }],
  steps: [
    {
      event: 'ACTIVATE_BANK',
      from: ['INACTIVE'],
      to: 'NORMAL',
      who: 'card:activate-at-bank',
      guards: ['DOCUMENTS'],
      tells: [{ of: 'CARD_EVENT', to: 'PERSON' }],
    },
    { event: 'END_BANK', from: ['INACTIVE', 'NORMAL'], to: 'CANCELLED', who: 'card:lapse' },
  ],
})
