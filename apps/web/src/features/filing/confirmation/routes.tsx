import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  entrance: [{ path: '/confirm', lazy: async () => ({ Component: (await import('./confirm-page.tsx')).ConfirmPage }) }],
  employer: [
    {
      path: 'inspection/personnel/confirmations',
      lazy: async () => ({ Component: (await import('./confirmations-page.tsx')).ConfirmationsPage }),
    },
    {
      path: 'monthly/:id/confirmations',
      lazy: async () => ({ Component: (await import('./monthly-confirmations-page.tsx')).MonthlyConfirmationsPage }),
    },
  ],
}
