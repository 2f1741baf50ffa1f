import { IconFileCheck } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'inspection', lazy: async () => ({ Component: (await import('./inspection-page.tsx')).InspectionPage }) },
    {
      path: 'inspection/unit/:section',
      lazy: async () => ({ Component: (await import('./unit-section-page.tsx')).UnitSectionPage }),
    },
    { path: 'inspection/review', lazy: async () => ({ Component: (await import('./review-page.tsx')).ReviewPage }) },
    { path: 'inspection/print', lazy: async () => ({ Component: (await import('./print-page.tsx')).PrintPage }) },
  ],
}

export const places: Feature['places'] = {
  employer: [
    { to: '/employer/inspection', label: { zh: '年检申报', en: 'Annual inspection' }, icon: IconFileCheck, order: 10 },
  ],
}
