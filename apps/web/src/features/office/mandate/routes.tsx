import { IconHeartHandshake } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'mandates', lazy: async () => ({ Component: (await import('./mandates-page.tsx')).MandatesPage }) },
  ],
}

export const places: Feature['places'] = {
  employer: [
    { to: '/employer/mandates', label: { zh: '委托代理', en: 'Mandates' }, icon: IconHeartHandshake, order: 42 },
  ],
}
