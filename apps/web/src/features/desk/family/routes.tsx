import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  me: [
    { path: 'family', lazy: async () => ({ Component: (await import('./family-page.tsx')).FamilyPage }) },
    {
      path: 'family/:id',
      lazy: async () => ({ Component: (await import('./shared-record-page.tsx')).SharedRecordPage }),
    },
  ],
}
