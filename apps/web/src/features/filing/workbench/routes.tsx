import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    {
      path: 'inspection/workbench',
      lazy: async () => ({ Component: (await import('./workbench-page.tsx')).WorkbenchPage }),
    },
  ],
}
