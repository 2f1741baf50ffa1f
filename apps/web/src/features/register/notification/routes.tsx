import { IconMailCheck } from '@tabler/icons-react'
import type { RouteObject } from 'react-router'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

const inbox = (): RouteObject[] => [
  { path: 'inbox', lazy: async () => ({ Component: (await import('./inbox-page.tsx')).InboxPage }) },
  { path: 'inbox/settings', lazy: async () => ({ Component: (await import('./ways-page.tsx')).WaysPage }) },
]

export const routes: Feature['routes'] = {
  employer: inbox(),
  me: inbox(),
  staff: [
    ...inbox(),
    {
      path: 'delivery-log',
      handle: { roles: ['ADMINISTRATOR', 'AUDITOR'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./delivery-log-page.tsx')).DeliveryLogPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/delivery-log',
      group: 'OFFICE',
      label: { zh: '发送记录', en: 'Delivery log' },
      icon: IconMailCheck,
      order: 91,
      roles: ['ADMINISTRATOR', 'AUDITOR'],
    },
  ],
}
