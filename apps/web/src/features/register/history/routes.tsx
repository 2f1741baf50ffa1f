import { IconBuildingCommunity } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'register', lazy: async () => ({ Component: (await import('./history-page.tsx')).OwnHistoryPage }) },
  ],
  staff: [
    {
      path: 'employers/:id/register',
      lazy: async () => ({ Component: (await import('./history-page.tsx')).HistoryPage }),
    },
  ],
}

export const places: Feature['places'] = {
  employer: [
    { to: '/employer/register', label: { zh: '登记信息', en: 'Register' }, icon: IconBuildingCommunity, order: 35 },
  ],
}
