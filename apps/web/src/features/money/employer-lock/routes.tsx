import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'locks/new/:employerId',
      handle: {
        roles: ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR', 'COLLECTION_OFFICER', 'TAX_OFFICER'],
      } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./locks-page.tsx')).LocksPage }),
    },
    { path: 'locks/:id', lazy: async () => ({ Component: (await import('./lock-page.tsx')).LockPage }) },
  ],
}
