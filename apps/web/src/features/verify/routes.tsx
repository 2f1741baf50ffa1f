import type { Feature } from '../../shared/lib/feature.ts'

const page = async () => ({ Component: (await import('./verify-page.tsx')).VerifyPage })

export const routes: Feature['routes'] = {
  public: [
    { path: '/verify', lazy: page },
    { path: '/verify/:code', lazy: page },
  ],
}
