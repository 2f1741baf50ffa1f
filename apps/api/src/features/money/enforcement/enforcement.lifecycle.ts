import { statusTable } from '@shebao/case'
import { allocationSteps } from './allocation-steps.ts'
import { arrearsSteps } from './arrears-steps.ts'
import { courtSteps } from './court-steps.ts'
import { deferralSteps } from './deferral-steps.ts'
import { live } from './enforcement-states.ts'

/**
 * SIL 63 from the day after the due date to the auction. Three bodies and a bank act in it, each by its own permission: what the
 * agency prepares only its head signs, and never who prepared it (R765 37); the allocation is decided by the administrative
 * department alone; the court rules and executes. `legal-steps.ts` says of every step by which law and until when.
 */
export const enforcementTable = statusTable({
  lifecycle: 'enforcement',
  states: [...live, 'CLOSED_PAID', 'CLOSED_OFFSET', 'TERMINATED'],
  final: ['CLOSED_PAID', 'CLOSED_OFFSET', 'TERMINATED'],
  goals: ['CLOSED_PAID', 'CLOSED_OFFSET'],
  openings: [{ event: 'OPEN_ENFORCEMENT', to: 'OVERDUE', who: 'enforcement:open' }],
  steps: [...arrearsSteps, ...allocationSteps, ...deferralSteps, ...courtSteps],
})

export type EnforcementState = (typeof enforcementTable.states)[number]
export type EnforcementStep = Exclude<(typeof enforcementTable.steps)[number]['event'], 'OPEN_ENFORCEMENT'>
export type EnforcementGuard = NonNullable<(typeof enforcementTable.steps)[number]['guards']>[number]

/** Every event but the first, as a list. */
export const enforcementEvents = [
  ...new Set(
    enforcementTable.steps.flatMap(({ event }) =>
      event === 'OPEN_ENFORCEMENT' ? [] : [event satisfies EnforcementStep],
    ),
  ),
]
