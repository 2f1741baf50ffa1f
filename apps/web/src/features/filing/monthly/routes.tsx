import { IconCalendarEvent } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'monthly', lazy: async () => ({ Component: (await import('./monthly-page.tsx')).MonthlyPage }) },
    {
      path: 'monthly/:id',
      lazy: async () => ({ Component: (await import('./declaration-page.tsx')).DeclarationPage }),
    },
    { path: 'monthly/:id/file', lazy: async () => ({ Component: (await import('./file-page.tsx')).FilePage }) },
    {
      path: 'monthly/:id/compare',
      lazy: async () => ({ Component: (await import('./compare-page.tsx')).ComparePage }),
    },
    { path: 'monthly/:id/check', lazy: async () => ({ Component: (await import('./check-page.tsx')).CheckPage }) },
    { path: 'monthly/:id/print', lazy: async () => ({ Component: (await import('./print-page.tsx')).PrintPage }) },
  ],
}

export const places: Feature['places'] = {
  employer: [{ to: '/employer/monthly', label: { zh: '月度申报', en: 'Monthly' }, icon: IconCalendarEvent, order: 8 }],
}
