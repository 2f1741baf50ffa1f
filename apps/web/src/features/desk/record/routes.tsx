import { IconCalendarStats, IconHome } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  // At the entrance: it must open without a network, and asks the office for nothing.
  entrance: [
    {
      path: '/kept-record',
      lazy: async () => ({ Component: (await import('./kept-record-page.tsx')).KeptRecordPage }),
    },
  ],
  me: [
    { index: true, lazy: async () => ({ Component: (await import('./home-page.tsx')).HomePage }) },
    { path: 'record', lazy: async () => ({ Component: (await import('./record-page.tsx')).RecordPage }) },
  ],
}

export const places: Feature['places'] = {
  me: [
    { to: '/me', label: { zh: '首页', en: 'Home' }, icon: IconHome, order: 0, end: true },
    { to: '/me/record', label: { zh: '记录', en: 'Record' }, icon: IconCalendarStats, order: 10 },
  ],
}
