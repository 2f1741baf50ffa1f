import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'rehearsal', lazy: async () => ({ Component: (await import('./rehearsal-page.tsx')).RehearsalPage }) },
  ],
}
