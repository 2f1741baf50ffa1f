import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  me: [{ path: 'rights', lazy: async () => ({ Component: (await import('./rights-page.tsx')).RightsPage }) }],
}
