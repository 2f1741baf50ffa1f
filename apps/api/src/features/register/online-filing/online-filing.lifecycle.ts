import { statusTable } from '@shebao/case'

/**
 * That the tax authority lets a unit file online: given with its registration, asked for by its clerks, or given by decision; withdrawn
 * with a reason, and given anew. One that stands is what filing looks at.
 */
export const onlineFilingTable = statusTable({
  lifecycle: 'online-filing',
  states: ['APPLIED', 'STANDING', 'REFUSED', 'ENDED'],
  final: ['REFUSED', 'ENDED'],
  goals: ['STANDING'],
  openings: [
    { event: 'APPLY', to: 'APPLIED', who: 'online-filing:apply' },
    { event: 'GIVE', to: 'STANDING', who: 'online-filing:give' },
  ],
  steps: [
    {
      event: 'APPROVE',
      from: ['APPLIED'],
      to: 'STANDING',
      who: 'online-filing:approve',
      guards: ['IN_REGISTER'],
      tells: [{ of: 'ONLINE_FILING_GIVEN', to: 'EMPLOYER' }],
    },
    {
      event: 'REFUSE',
      from: ['APPLIED'],
      to: 'REFUSED',
      who: 'online-filing:refuse',
      tells: [{ of: 'ONLINE_FILING_REFUSED', to: 'EMPLOYER' }],
    },
    {
      event: 'WITHDRAW',
      from: ['STANDING'],
      to: 'ENDED',
      who: 'online-filing:withdraw',
      tells: [{ of: 'ONLINE_FILING_WITHDRAWN', to: 'EMPLOYER' }],
    },
  ],
})
