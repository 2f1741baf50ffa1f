import { IconAlarm, IconBuilding } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    { path: 'employers', lazy: async () => ({ Component: (await import('./employers-page.tsx')).EmployersPage }) },
    { path: 'debtors', lazy: async () => ({ Component: (await import('./employers-page.tsx')).DebtorsPage }) },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/employers',
      group: 'FILING',
      label: { zh: '用人单位', en: 'Employers' },
      icon: IconBuilding,
      order: 12,
    },
    { to: '/staff/debtors', group: 'MONEY', label: { zh: '欠费单位', en: 'Debtors' }, icon: IconAlarm, order: 14 },
  ],
}
