import { statusTable } from '@shebao/case'

/** One run over all employers: it may stop anywhere and goes on after its cursor; what is tried again makes it run again. */
export const runTable = statusTable({
  lifecycle: 'billing-run',
  states: ['RUNNING', 'PAUSED', 'DONE'],
  final: ['DONE'],
  goals: ['DONE'],
  openings: [
    { event: 'START', to: 'RUNNING', who: 'billing-run:start' },
    // New limits that reach back bring their differences with them (2.2).
    { event: 'START_DIFFERENCE', to: 'RUNNING', who: 'proposal:publish' },
  ],
  steps: [
    { event: 'PAUSE', from: ['RUNNING'], to: 'PAUSED', who: 'billing-run:control' },
    { event: 'RESUME', from: ['PAUSED'], to: 'RUNNING', who: 'billing-run:control' },
    { event: 'RETRY', from: ['DONE'], to: 'RUNNING', who: 'billing-run:control', guards: ['PROBLEMS_MARKED'] },
    {
      event: 'RETRY',
      from: ['RUNNING', 'PAUSED'],
      to: 'SAME',
      who: 'billing-run:control',
      guards: ['PROBLEMS_MARKED'],
    },
    { event: 'FINISH', from: ['RUNNING'], to: 'DONE', who: 'billing-run:continue' },
  ],
})
