import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'bills/payments', lazy: async () => ({ Component: (await import('./payments-page.tsx')).PaymentsPage }) },
  ],
}
