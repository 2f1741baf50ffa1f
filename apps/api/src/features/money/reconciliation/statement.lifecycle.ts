import { statusTable } from '@shebao/case'

/**
 * One statement as the office has it. What the bank itself handed over counts at once. What a person brings is money in suspense
 * until somebody else has looked at it (R765 37); a list of the treasury moves no money. Undone is the whole of it, and only while
 * its day is open.
 */
export const statementTable = statusTable({
  lifecycle: 'bank-statement',
  states: ['INCOMPLETE', 'HELD', 'RELEASED', 'UNDONE'],
  final: ['UNDONE'],
  goals: ['RELEASED'],
  openings: [
    { event: 'FETCH', to: 'RELEASED', who: 'statement:fetch' },
    { event: 'BRING', to: 'HELD', who: 'statement:import' },
    { event: 'BRING_LIST', to: 'RELEASED', who: 'statement:import' },
    { event: 'FETCH_PAGE', to: 'INCOMPLETE', who: 'statement:fetch' },
    { event: 'BRING_PAGE', to: 'INCOMPLETE', who: 'statement:import' },
  ],
  steps: [
    { event: 'FETCH_FURTHER_PAGE', from: ['INCOMPLETE'], to: 'SAME', who: 'statement:fetch' },
    { event: 'BRING_FURTHER_PAGE', from: ['INCOMPLETE'], to: 'SAME', who: 'statement:import' },
    { event: 'COMPLETE_FETCHED', from: ['INCOMPLETE'], to: 'RELEASED', who: 'statement:fetch' },
    { event: 'COMPLETE', from: ['INCOMPLETE'], to: 'HELD', who: 'statement:import' },
    {
      event: 'RELEASE',
      from: ['HELD'],
      to: 'RELEASED',
      who: 'statement:release',
      guards: ['DAY_OPEN'],
      otherThan: ['BRING', 'BRING_PAGE', 'BRING_FURTHER_PAGE', 'COMPLETE'],
    },
    {
      event: 'UNDO',
      from: ['INCOMPLETE', 'HELD', 'RELEASED'],
      to: 'UNDONE',
      who: 'statement:undo',
      guards: ['DAY_OPEN', 'COUNTS_NOW', 'LAST_OF_ACCOUNT'],
    },
  ],
})
