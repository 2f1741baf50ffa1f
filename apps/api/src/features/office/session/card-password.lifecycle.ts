import { statusTable } from '@shebao/case'

/** An insured person's password set back at the window (domain 9): asked for by one, done by another. It lapses unconfirmed. */
export const cardPasswordTable = statusTable({
  lifecycle: 'card-password-reset',
  states: ['OPEN', 'CONFIRMED'],
  final: ['CONFIRMED'],
  goals: ['CONFIRMED'],
  openings: [{ event: 'REQUEST', to: 'OPEN', who: 'card-password:request-reset' }],
  steps: [
    {
      event: 'CONFIRM',
      from: ['OPEN'],
      to: 'CONFIRMED',
      who: 'card-password:confirm-reset',
      otherThan: ['REQUEST'],
      tells: [{ of: 'CARD_PASSWORD_RESET', to: 'PERSON' }],
    },
  ],
})
