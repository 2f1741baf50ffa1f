import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    {
      path: 'inspection/personnel',
      lazy: async () => ({ Component: (await import('./personnel-page.tsx')).PersonnelPage }),
    },
  ],
}
