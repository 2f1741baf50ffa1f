import { IconHome } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [{ index: true, lazy: async () => ({ Component: (await import('./home-page.tsx')).HomePage }) }],
}

export const places: Feature['places'] = {
  employer: [{ to: '/employer', label: { zh: '首页', en: 'Home' }, icon: IconHome, order: 0, end: true }],
}
