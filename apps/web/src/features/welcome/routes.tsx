import type { Feature } from '../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  public: [{ path: '/', lazy: async () => ({ Component: (await import('./welcome-page.tsx')).WelcomePage }) }],
}
