import { IconArrowsSplit } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

const roles = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR', 'COLLECTION_OFFICER', 'TAX_OFFICER'] as const

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'work-rules',
      handle: { roles } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./work-rules-page.tsx')).WorkRulesPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/work-rules',
      group: 'RULES',
      label: { zh: '派件与离岗', en: 'Assignment, absence' },
      icon: IconArrowsSplit,
      order: 68,
      waits: ['WORK_RULE'],
      roles,
    },
  ],
}
