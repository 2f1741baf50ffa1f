import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  entrance: [{ path: '/', lazy: async () => ({ Component: (await import('./welcome-page.tsx')).WelcomePage }) }],
}
