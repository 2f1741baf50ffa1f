import { statusTable } from '@shebao/case'

/** New parameters: written, simulated as they stand, and published by somebody who wrote nothing in them (R765 37). */
export const proposalTable = statusTable({
  lifecycle: 'policy-proposal',
  states: ['DRAFT', 'SIMULATED', 'PUBLISHED', 'WITHDRAWN'],
  final: ['PUBLISHED', 'WITHDRAWN'],
  goals: ['PUBLISHED'],
  openings: [{ event: 'CREATE', to: 'DRAFT', who: 'proposal:edit' }],
  steps: [
    // A simulation stays to be looked at, but it is of other rows then.
    { event: 'EDIT', from: ['DRAFT', 'SIMULATED'], to: 'DRAFT', who: 'proposal:edit' },
    { event: 'SIMULATE_AGAIN', from: ['SIMULATED'], to: 'DRAFT', who: 'proposal:simulate', guards: ['ROWS_UNCHANGED'] },
    {
      event: 'SIMULATE',
      from: ['DRAFT', 'SIMULATED'],
      to: 'SIMULATED',
      who: 'proposal:simulate',
      guards: ['ROWS_UNCHANGED'],
    },
    {
      event: 'PUBLISH',
      from: ['SIMULATED'],
      to: 'PUBLISHED',
      who: 'proposal:publish',
      guards: ['SIMULATION_STANDS'],
      otherThan: ['CREATE', 'EDIT'],
    },
    { event: 'WITHDRAW', from: ['DRAFT', 'SIMULATED'], to: 'WITHDRAWN', who: 'proposal:withdraw' },
  ],
})
