import { statusTable } from '@shebao/case'

/**
 * An exception for one unit: proposed by an officer, decided by a head who did not propose it (R765 37). One that stands is ended from the
 * next day on, or taken back whole while the books of its day are open.
 */
export const waiverTable = statusTable({
  lifecycle: 'waiver',
  states: ['PROPOSED', 'STANDING', 'REFUSED', 'ENDED', 'REVOKED'],
  final: ['REFUSED', 'ENDED', 'REVOKED'],
  goals: ['STANDING'],
  openings: [{ event: 'PROPOSE', to: 'PROPOSED', who: 'waiver:propose' }],
  steps: [
    {
      event: 'APPROVE',
      from: ['PROPOSED'],
      to: 'STANDING',
      who: 'waiver:decide',
      guards: ['STILL_APPLIES'],
      otherThan: ['PROPOSE'],
      tells: [{ of: 'WAIVER_APPROVED', to: 'EMPLOYER' }],
    },
    { event: 'REFUSE', from: ['PROPOSED'], to: 'REFUSED', who: 'waiver:decide', otherThan: ['PROPOSE'] },
    {
      event: 'END',
      from: ['STANDING'],
      to: 'ENDED',
      who: 'waiver:decide',
      guards: ['STILL_RUNS'],
      tells: [{ of: 'WAIVER_ENDED', to: 'EMPLOYER' }],
    },
    {
      event: 'REVOKE',
      from: ['STANDING'],
      to: 'REVOKED',
      who: 'waiver:decide',
      guards: ['DAY_OPEN', 'NOT_USED'],
      tells: [{ of: 'WAIVER_ENDED', to: 'EMPLOYER' }],
    },
  ],
})
