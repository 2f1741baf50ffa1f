import { statusTable } from '@shebao/case'

/**
 * One asking of one person. Asked again, a new case takes its place: each link stands for exactly one content of one row, and what
 * was said of that content stays (ADR 37).
 */
export const confirmationTable = statusTable({
  lifecycle: 'employee-confirmation',
  // UNREACHED: there is no number to send the link to; it can still be handed over.
  states: ['UNREACHED', 'ASKED', 'CONFIRMED', 'DISAGREED', 'SETTLED', 'REPLACED'],
  final: ['SETTLED', 'REPLACED'],
  goals: ['CONFIRMED'],
  openings: [
    { event: 'ASK', to: 'ASKED', who: 'confirmation:ask' },
    { event: 'NOTE_UNREACHED', to: 'UNREACHED', who: 'confirmation:ask' },
  ],
  steps: [
    { event: 'CONFIRM', from: ['ASKED'], to: 'CONFIRMED', who: 'confirmation:answer' },
    { event: 'DISAGREE', from: ['ASKED'], to: 'DISAGREED', who: 'confirmation:answer' },
    { event: 'SETTLE', from: ['DISAGREED'], to: 'SETTLED', who: 'confirmation:settle' },
    {
      event: 'REPLACE',
      from: ['UNREACHED', 'ASKED', 'CONFIRMED', 'DISAGREED'],
      to: 'REPLACED',
      who: 'confirmation:ask',
    },
  ],
})
