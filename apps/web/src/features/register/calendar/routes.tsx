import { IconCalendarStats } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [{ path: 'calendar', lazy: async () => ({ Component: (await import('./calendar-page.tsx')).CalendarPage }) }],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/calendar',
      group: 'RULES',
      label: { zh: '工作日历', en: 'Working days' },
      icon: IconCalendarStats,
      order: 65,
    },
  ],
}
