import { statusTable } from '@shebao/case'

/**
 * What an insured person asks: answered, and closed after a while in which the person may say that it is not answered; or handed over
 * in writing to the office that is competent (SIL 82), which ends it here.
 */
export const questionTable = statusTable({
  lifecycle: 'question',
  states: ['OPEN', 'ANSWERED', 'CLOSED', 'HANDED_OVER'],
  final: ['CLOSED', 'HANDED_OVER'],
  goals: ['ANSWERED', 'CLOSED', 'HANDED_OVER'],
  openings: [
    { event: 'ASK', to: 'OPEN', who: 'question:ask' },
    // Said on the telephone by a person who was checked, and written down by the agent.
    { event: 'TAKE_DOWN', to: 'OPEN', who: 'question:take-down' },
  ],
  steps: [
    {
      event: 'ANSWER',
      from: ['OPEN'],
      to: 'ANSWERED',
      who: 'question:answer',
      tells: [{ of: 'QUESTION_ANSWERED', to: 'PERSON' }],
    },
    {
      event: 'HAND_OVER',
      from: ['OPEN'],
      to: 'HANDED_OVER',
      who: 'question:hand-over',
      tells: [{ of: 'QUESTION_HANDED_OVER', to: 'PERSON' }],
    },
    { event: 'REOPEN', from: ['ANSWERED'], to: 'OPEN', who: 'question:reopen', guards: ['IN_TIME'] },
    { event: 'CLOSE', from: ['ANSWERED'], to: 'CLOSED', who: 'question:close' },
  ],
})
