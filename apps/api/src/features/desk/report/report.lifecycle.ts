import { statusTable } from '@shebao/case'

/**
 * What becomes of a report about an employer (R259 21): one of the office checks it, another decides (R765 37). Receiving and
 * withdrawing stand in the office's own name, so that neither the events nor the trail say who reported.
 */
export const reportTable = statusTable({
  lifecycle: 'employer-report',
  states: ['RECEIVED', 'CHECKING', 'SUBSTANTIATED', 'NOT_SUBSTANTIATED', 'HANDED_OVER', 'WITHDRAWN'],
  final: ['SUBSTANTIATED', 'NOT_SUBSTANTIATED', 'HANDED_OVER', 'WITHDRAWN'],
  goals: ['SUBSTANTIATED'],
  openings: [{ event: 'RECEIVE', to: 'RECEIVED', who: 'report:keep' }],
  steps: [
    { event: 'CHECK', from: ['RECEIVED'], to: 'CHECKING', who: 'report:check' },
    { event: 'NOTE_FINDING', from: ['CHECKING'], to: 'SAME', who: 'report:check', guards: ['NAMES_NOBODY'] },
    {
      event: 'SUBSTANTIATE',
      from: ['CHECKING'],
      to: 'SUBSTANTIATED',
      who: 'report:decide',
      guards: ['FINDING_NOTED'],
      otherThan: ['CHECK', 'NOTE_FINDING'],
    },
    {
      event: 'NOT_SUBSTANTIATE',
      from: ['CHECKING'],
      to: 'NOT_SUBSTANTIATED',
      who: 'report:decide',
      guards: ['FINDING_NOTED'],
      otherThan: ['CHECK', 'NOTE_FINDING'],
    },
    {
      event: 'HAND_OVER',
      from: ['CHECKING'],
      to: 'HANDED_OVER',
      who: 'report:decide',
      guards: ['FINDING_NOTED'],
      otherThan: ['CHECK', 'NOTE_FINDING'],
    },
    { event: 'WITHDRAW', from: ['RECEIVED', 'CHECKING'], to: 'WITHDRAWN', who: 'report:keep' },
  ],
})
