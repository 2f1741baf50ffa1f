import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'deadlines', lazy: async () => ({ Component: (await import('./deadlines-page.tsx')).DeadlinesPage }) },
  ],
}
