import { statusTable } from '@shebao/case'

/**
 * That an employer is locked: proposed by one, decided by another (R765 37), and undone the same way. One for arrears ends by itself once
 * nothing of the employer is overdue.
 */
export const employerLockTable = statusTable({
  lifecycle: 'employer-lock',
  states: ['PROPOSED', 'LOCKED', 'RELEASE_PROPOSED', 'RELEASED', 'REFUSED'],
  final: ['RELEASED', 'REFUSED'],
  goals: ['RELEASED'],
  openings: [{ event: 'PROPOSE', to: 'PROPOSED', who: 'employer-lock:propose' }],
  steps: [
    {
      event: 'APPROVE',
      from: ['PROPOSED'],
      to: 'LOCKED',
      who: 'employer-lock:decide',
      guards: ['GROUND_STANDS'],
      otherThan: ['PROPOSE'],
      tells: [{ of: 'EMPLOYER_LOCKED', to: 'EMPLOYER' }],
    },
    { event: 'REFUSE', from: ['PROPOSED'], to: 'REFUSED', who: 'employer-lock:decide', otherThan: ['PROPOSE'] },
    { event: 'PROPOSE_RELEASE', from: ['LOCKED'], to: 'RELEASE_PROPOSED', who: 'employer-lock:propose' },
    {
      event: 'RELEASE',
      from: ['RELEASE_PROPOSED'],
      to: 'RELEASED',
      who: 'employer-lock:decide',
      otherThan: ['PROPOSE_RELEASE'],
      tells: [{ of: 'EMPLOYER_UNLOCKED', to: 'EMPLOYER' }],
    },
    {
      event: 'KEEP',
      from: ['RELEASE_PROPOSED'],
      to: 'LOCKED',
      who: 'employer-lock:decide',
      otherThan: ['PROPOSE_RELEASE'],
    },
    {
      event: 'LAPSE',
      from: ['LOCKED', 'RELEASE_PROPOSED'],
      to: 'RELEASED',
      who: 'employer-lock:lapse',
      guards: ['GROUND_ENDED'],
      tells: [{ of: 'EMPLOYER_UNLOCKED', to: 'EMPLOYER' }],
    },
  ],
})
