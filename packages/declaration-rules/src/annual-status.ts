import type { StatusTable } from './status.ts'

/** The annual inspection (domain 4.1). OVERDUE is a flag beside the state, set by the window, not a state. */
export const ANNUAL_STATES = [
  'NOT_STARTED',
  'UNIT_DONE',
  'PERSONNEL_OPEN',
  'ROSTER_DOWNLOADED',
  'COMPARED',
  'READY',
  'SUBMITTED',
  'UNDER_REVIEW',
  'RETURNED',
  'APPROVED',
  'PRINTED',
  'PAPER_FILED',
  'CLOSED',
] as const
export type AnnualState = (typeof ANNUAL_STATES)[number]

export const ANNUAL_ACTIONS = [
  'EDIT_UNIT',
  'COMPLETE_UNIT',
  'EDIT_PERSONNEL',
  'DOWNLOAD_ROSTER',
  'COMPARE',
  'CONFIRM',
  'SUBMIT',
  'WITHDRAW',
  'START_REVIEW',
  'RETURN',
  'REOPEN',
  'APPROVE',
  'PRINT',
  'FILE_PAPER',
  'RETURN_PAPER',
  'CLOSE',
] as const
export type AnnualAction = (typeof ANNUAL_ACTIONS)[number]

export const ANNUAL_STATUS: StatusTable<AnnualState, AnnualAction> = {
  states: ANNUAL_STATES,
  actions: ANNUAL_ACTIONS,
  transitions: [
    {
      action: 'EDIT_UNIT',
      from: ['NOT_STARTED', 'UNIT_DONE', 'PERSONNEL_OPEN', 'ROSTER_DOWNLOADED', 'COMPARED'],
      to: 'SAME',
      roles: ['CLERK'],
    },
    { action: 'EDIT_UNIT', from: ['READY'], to: 'COMPARED', roles: ['CLERK'] },
    { action: 'COMPLETE_UNIT', from: ['NOT_STARTED'], to: 'UNIT_DONE', roles: ['CLERK'] },
    { action: 'EDIT_PERSONNEL', from: ['UNIT_DONE', 'PERSONNEL_OPEN'], to: 'PERSONNEL_OPEN', roles: ['CLERK'] },
    // Another list has to be compared again before it can count as compared.
    {
      action: 'EDIT_PERSONNEL',
      from: ['ROSTER_DOWNLOADED', 'COMPARED', 'READY'],
      to: 'ROSTER_DOWNLOADED',
      roles: ['CLERK'],
    },
    {
      action: 'DOWNLOAD_ROSTER',
      from: ['PERSONNEL_OPEN', 'ROSTER_DOWNLOADED', 'COMPARED', 'READY'],
      to: 'ROSTER_DOWNLOADED',
      roles: ['CLERK'],
    },
    {
      action: 'COMPARE',
      from: ['ROSTER_DOWNLOADED'],
      to: 'COMPARED',
      roles: ['CLERK'],
      guards: ['ROSTER_CURRENT', 'DIFFERENCES_SETTLED'],
    },
    { action: 'CONFIRM', from: ['COMPARED'], to: 'READY', roles: ['CLERK'], guards: ['COMPLETE'] },
    {
      action: 'SUBMIT',
      from: ['READY'],
      to: 'SUBMITTED',
      roles: ['CLERK'],
      guards: ['ROSTER_CURRENT', 'DIFFERENCES_SETTLED', 'COMPLETE'],
    },
    // Only before review (domain 3.2); the draft is as it was and can be corrected and submitted as the next version.
    { action: 'WITHDRAW', from: ['SUBMITTED'], to: 'READY', roles: ['CLERK'] },
    { action: 'START_REVIEW', from: ['SUBMITTED'], to: 'UNDER_REVIEW', roles: ['OFFICER', 'APPROVER'] },
    { action: 'RETURN', from: ['UNDER_REVIEW'], to: 'RETURNED', roles: ['OFFICER', 'APPROVER'] },
    { action: 'REOPEN', from: ['RETURNED'], to: 'PERSONNEL_OPEN', roles: ['CLERK'] },
    {
      action: 'APPROVE',
      from: ['UNDER_REVIEW'],
      to: 'APPROVED',
      roles: ['APPROVER'],
      guards: ['COMPLETE', 'OTHER_PERSON'],
    },
    {
      action: 'PRINT',
      from: ['SUBMITTED', 'UNDER_REVIEW', 'PRINTED', 'PAPER_FILED', 'CLOSED'],
      to: 'SAME',
      roles: ['CLERK', 'OFFICER', 'APPROVER'],
    },
    { action: 'PRINT', from: ['APPROVED'], to: 'PRINTED', roles: ['CLERK', 'OFFICER', 'APPROVER'] },
    {
      action: 'FILE_PAPER',
      from: ['PRINTED'],
      to: 'PAPER_FILED',
      roles: ['OFFICER', 'APPROVER'],
      guards: ['PAPER_MATCHES'],
    },
    {
      action: 'RETURN_PAPER',
      from: ['PRINTED'],
      to: 'RETURNED',
      roles: ['OFFICER', 'APPROVER'],
      guards: ['PAPER_DIFFERS'],
    },
    { action: 'CLOSE', from: ['PAPER_FILED'], to: 'CLOSED', roles: ['OFFICER', 'APPROVER', 'SYSTEM'] },
  ],
}
