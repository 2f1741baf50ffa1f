import { IconArrowBackUp } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'refunds', lazy: async () => ({ Component: (await import('./refunds-page.tsx')).RefundsPage }) },
    { path: 'refunds/new', lazy: async () => ({ Component: (await import('./apply-page.tsx')).ApplyPage }) },
  ],
  staff: [
    { path: 'refunds', lazy: async () => ({ Component: (await import('./queue-page.tsx')).QueuePage }) },
    { path: 'refunds/:id', lazy: async () => ({ Component: (await import('./task-page.tsx')).TaskPage }) },
  ],
}

export const places: Feature['places'] = {
  employer: [{ to: '/employer/refunds', label: { zh: '退费', en: 'Refunds' }, icon: IconArrowBackUp, order: 25 }],
  staff: [
    {
      to: '/staff/refunds',
      group: 'MONEY',
      label: { zh: '退费', en: 'Refunds' },
      icon: IconArrowBackUp,
      order: 30,
      waits: ['REFUND'],
    },
  ],
}
