import { IconBuildingOff } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'cancellation', lazy: async () => ({ Component: (await import('./own-page.tsx')).CancellationPage }) },
  ],
  staff: [
    {
      path: 'cancellations/:id',
      lazy: async () => ({ Component: (await import('./task-page.tsx')).CancellationTaskPage }),
    },
  ],
}

export const places: Feature['places'] = {
  employer: [
    { to: '/employer/cancellation', label: { zh: '注销登记', en: 'Cancellation' }, icon: IconBuildingOff, order: 38 },
  ],
}
