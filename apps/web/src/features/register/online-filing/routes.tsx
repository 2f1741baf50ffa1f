import { IconCertificate } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'online-filing', lazy: async () => ({ Component: (await import('./own-page.tsx')).OwnOnlineFilingPage }) },
  ],
  staff: [
    {
      path: 'online-filing/:id',
      lazy: async () => ({ Component: (await import('./task-page.tsx')).OnlineFilingTaskPage }),
    },
  ],
}

export const places: Feature['places'] = {
  employer: [
    {
      to: '/employer/online-filing',
      label: { zh: '网上申报资格', en: 'Online filing' },
      icon: IconCertificate,
      order: 35,
    },
  ],
}
