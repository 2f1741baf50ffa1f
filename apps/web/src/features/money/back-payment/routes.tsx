import { IconHistory } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'back-payments', lazy: async () => ({ Component: (await import('./requests-page.tsx')).RequestsPage }) },
    { path: 'back-payments/new', lazy: async () => ({ Component: (await import('./apply-page.tsx')).ApplyPage }) },
  ],
  staff: [
    { path: 'back-payments', lazy: async () => ({ Component: (await import('./queue-page.tsx')).QueuePage }) },
    { path: 'back-payments/:id', lazy: async () => ({ Component: (await import('./task-page.tsx')).TaskPage }) },
  ],
}

export const places: Feature['places'] = {
  employer: [
    { to: '/employer/back-payments', label: { zh: '补缴', en: 'Back payments' }, icon: IconHistory, order: 22 },
  ],
  staff: [
    {
      to: '/staff/back-payments',
      group: 'MONEY',
      label: { zh: '补缴', en: 'Back payments' },
      icon: IconHistory,
      order: 25,
      waits: ['BACK_PAYMENT'],
    },
  ],
}
