import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [{ path: 'search', lazy: async () => ({ Component: (await import('./search-page.tsx')).SearchPage }) }],
}
