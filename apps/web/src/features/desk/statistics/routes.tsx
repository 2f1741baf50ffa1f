import { IconChartBar } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

const handle: RolesOfRoute = { roles: ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR', 'TAX_OFFICER'] }

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'statistics',
      handle,
      lazy: async () => ({ Component: (await import('./figures-page.tsx')).FiguresPage }),
    },
    {
      path: 'statistics/ages',
      handle,
      lazy: async () => ({ Component: (await import('./ages-page.tsx')).AgesPage }),
    },
    {
      path: 'statistics/people',
      handle,
      lazy: async () => ({ Component: (await import('./people-page.tsx')).PeoplePage }),
    },
    {
      path: 'statistics/rules',
      handle,
      lazy: async () => ({ Component: (await import('./rules-page.tsx')).RulesPage }),
    },
    {
      path: 'statistics/employers',
      handle,
      lazy: async () => ({ Component: (await import('./rows-behind-page.tsx')).EmployersBehindPage }),
    },
    {
      path: 'statistics/bills',
      handle,
      lazy: async () => ({ Component: (await import('./rows-behind-page.tsx')).OverdueBillsPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/statistics',
      group: 'FILING',
      label: { zh: '统计', en: 'Statistics' },
      icon: IconChartBar,
      order: 16,
      roles: handle.roles,
    },
  ],
}
