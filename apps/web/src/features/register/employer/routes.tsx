import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    { path: 'employers/:id', lazy: async () => ({ Component: (await import('./employer-page.tsx')).EmployerPage }) },
  ],
}
