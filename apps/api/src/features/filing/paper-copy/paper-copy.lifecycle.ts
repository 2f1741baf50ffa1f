import { statusTable } from '@shebao/case'

/** The paper copies of an accepted declaration: awaited from its acceptance on, until they came as they were filed. */
export const paperCopyTable = statusTable({
  lifecycle: 'paper-copy',
  states: ['AWAITED', 'RECEIVED', 'RETURNED'],
  final: ['RECEIVED'],
  goals: ['RECEIVED'],
  openings: [{ event: 'EXPECT', to: 'AWAITED', who: 'review:approve' }],
  steps: [
    {
      event: 'RECEIVE',
      from: ['AWAITED'],
      to: 'RECEIVED',
      who: 'paper:register',
      guards: ['PAPER_MATCHES', 'SEALED', 'MATERIALS_COMPLETE'],
      tells: [{ of: 'PAPER_RECEIVED', to: 'EMPLOYER' }],
    },
    // Paper of another version than the one filed goes back with the declaration (domain 4.1).
    { event: 'RETURN_PAPER', from: ['AWAITED'], to: 'RETURNED', who: 'paper:register', guards: ['PAPER_DIFFERS'] },
    // The next version was accepted.
    { event: 'EXPECT_AGAIN', from: ['RETURNED', 'AWAITED'], to: 'AWAITED', who: 'review:approve' },
  ],
})
