import { IconSpeakerphone } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

const handle = { roles: ['OFFICER', 'REVIEWER', 'HEAD'] } satisfies RolesOfRoute

export const routes: Feature['routes'] = {
  staff: [
    { path: 'reports', handle, lazy: async () => ({ Component: (await import('./reports-page.tsx')).ReportsPage }) },
    { path: 'reports/:id', handle, lazy: async () => ({ Component: (await import('./report-page.tsx')).ReportPage }) },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/reports',
      group: 'PEOPLE',
      label: { zh: '举报', en: 'Reports' },
      icon: IconSpeakerphone,
      order: 37,
      roles: ['OFFICER', 'REVIEWER', 'HEAD'],
      waits: ['EMPLOYER_REPORT'],
    },
  ],
}
