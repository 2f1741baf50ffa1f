import { IconScale } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    { path: 'reconciliation', lazy: async () => ({ Component: (await import('./days-page.tsx')).DaysPage }) },
    { path: 'reconciliation/:day', lazy: async () => ({ Component: (await import('./day-page.tsx')).DayPage }) },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/reconciliation',
      group: 'MONEY',
      label: { zh: '日终对账', en: 'Reconciliation' },
      icon: IconScale,
      order: 40,
      waits: ['RECONCILIATION_DAY', 'RECONCILIATION_ITEM', 'BANK_STATEMENT'],
    },
  ],
}
