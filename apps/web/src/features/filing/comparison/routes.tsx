import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    {
      path: 'inspection/compare',
      lazy: async () => ({ Component: (await import('./comparison-page.tsx')).ComparisonPage }),
    },
  ],
}
