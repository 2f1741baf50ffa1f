import { IconInbox } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    { path: 'declarations', lazy: async () => ({ Component: (await import('./queue-page.tsx')).QueuePage }) },
    { path: 'declarations/:id', lazy: async () => ({ Component: (await import('./review-page.tsx')).ReviewPage }) },
    {
      path: 'monthly/:id',
      lazy: async () => ({ Component: (await import('./monthly/monthly-review-page.tsx')).MonthlyReviewPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/declarations',
      group: 'FILING',
      label: { zh: '申报审核', en: 'Declarations' },
      icon: IconInbox,
      order: 10,
      waits: ['ANNUAL_DECLARATION', 'MONTHLY_DECLARATION'],
    },
  ],
}
