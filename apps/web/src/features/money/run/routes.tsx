import { IconReceipt } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'billing',
      handle: { roles: ['OFFICER', 'REVIEWER', 'HEAD'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./run-page.tsx')).BillingRunPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/billing',
      group: 'MONEY',
      label: { zh: '月度征缴', en: 'Monthly billing' },
      icon: IconReceipt,
      order: 20,
      waits: ['BILLING_RUN'],
      roles: ['OFFICER', 'REVIEWER', 'HEAD'],
    },
  ],
}
