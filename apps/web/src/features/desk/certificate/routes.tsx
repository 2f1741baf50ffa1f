import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    {
      path: 'certificate',
      lazy: async () => ({ Component: (await import('./certificate-page.tsx')).UnitCertificatePage }),
    },
  ],
  me: [
    {
      path: 'certificate',
      lazy: async () => ({ Component: (await import('./certificate-page.tsx')).OwnCertificatePage }),
    },
  ],
}
