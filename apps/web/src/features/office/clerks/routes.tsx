import { IconUsersGroup } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [{ path: 'clerks', lazy: async () => ({ Component: (await import('./clerks-page.tsx')).ClerksPage }) }],
  staff: [
    {
      path: 'employers/:id/clerks',
      lazy: async () => ({ Component: (await import('./employer-clerks-page.tsx')).EmployerClerksPage }),
    },
  ],
}

export const places: Feature['places'] = {
  employer: [{ to: '/employer/clerks', label: { zh: '办事员', en: 'Clerks' }, icon: IconUsersGroup, order: 40 }],
}
