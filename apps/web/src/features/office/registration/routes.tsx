import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  entrance: [
    { path: '/register', lazy: async () => ({ Component: (await import('./register-page.tsx')).RegisterPage }) },
  ],
}
