import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'registrations/:id',
      lazy: async () => ({ Component: (await import('./task-page.tsx')).RegistrationTaskPage }),
    },
  ],
}
