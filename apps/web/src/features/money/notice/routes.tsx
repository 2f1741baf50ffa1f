import { IconReceipt2 } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'bills', lazy: async () => ({ Component: (await import('./bills-page.tsx')).BillsPage }) },
    { path: 'bills/balances', lazy: async () => ({ Component: (await import('./balances-page.tsx')).BalancesPage }) },
    { path: 'bills/:id', lazy: async () => ({ Component: (await import('./bill-page.tsx')).BillPage }) },
  ],
  staff: [
    {
      path: 'notices/:id',
      lazy: async () => ({ Component: (await import('./staff-notice-page.tsx')).StaffNoticePage }),
    },
  ],
}

export const places: Feature['places'] = {
  employer: [{ to: '/employer/bills', label: { zh: '缴费', en: 'Payments' }, icon: IconReceipt2, order: 20 }],
}
