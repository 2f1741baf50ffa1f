import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  me: [{ path: 'readings', lazy: async () => ({ Component: (await import('./readings-page.tsx')).ReadingsPage }) }],
}
