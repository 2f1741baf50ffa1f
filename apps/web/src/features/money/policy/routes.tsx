import { IconAdjustments } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    { path: 'policy', lazy: async () => ({ Component: (await import('./policy-page.tsx')).PolicyPage }) },
    { path: 'policy/rule', lazy: async () => ({ Component: (await import('./rule-page.tsx')).RulePage }) },
    {
      path: 'policy/proposals',
      lazy: async () => ({ Component: (await import('./proposals-page.tsx')).ProposalsPage }),
    },
    {
      path: 'policy/new',
      handle: { roles: ['OFFICER', 'REVIEWER', 'HEAD'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./new-proposal-page.tsx')).NewProposalPage }),
    },
    {
      path: 'policy/proposals/:id',
      lazy: async () => ({ Component: (await import('./proposal-page.tsx')).ProposalPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/policy',
      group: 'RULES',
      label: { zh: '缴费政策参数', en: 'Policy parameters' },
      icon: IconAdjustments,
      order: 60,
      waits: ['POLICY_PROPOSAL'],
    },
  ],
}
