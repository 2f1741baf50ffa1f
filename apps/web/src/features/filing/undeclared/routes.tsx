import { IconCalendarX } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    { path: 'undeclared', lazy: async () => ({ Component: (await import('./undeclared-page.tsx')).UndeclaredPage }) },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/undeclared',
      group: 'FILING',
      label: { zh: '未申报单位', en: 'Not declared' },
      icon: IconCalendarX,
      order: 13,
      waits: ['DEEMED_ASSESSMENT'],
    },
  ],
}
