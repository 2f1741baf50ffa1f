import { IconBellExclamation } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'alerts',
      handle: { roles: ['ADMINISTRATOR', 'HEAD'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./alerts-page.tsx')).AlertsPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/alerts',
      group: 'OFFICE',
      label: { zh: '系统告警', en: 'Alerts' },
      icon: IconBellExclamation,
      order: 98,
      roles: ['ADMINISTRATOR', 'HEAD'],
    },
  ],
}
