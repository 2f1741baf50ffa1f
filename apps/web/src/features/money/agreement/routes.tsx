import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    {
      path: 'bills/agreement',
      lazy: async () => ({ Component: (await import('./agreement-page.tsx')).AgreementPage }),
    },
  ],
}
