import { IconHeadset, IconPhoneCall } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'
import { caseworkers } from '../../../shared/lib/staff-role.ts'

const leads: RolesOfRoute['roles'] = ['REVIEWER', 'HEAD', 'AUDITOR']
const roles: RolesOfRoute['roles'] = [...caseworkers, 'HOTLINE_AGENT']

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'hotline',
      handle: { roles } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./hotline-page.tsx')).HotlinePage }),
    },
    {
      path: 'hotline/calls',
      handle: { roles: leads } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./calls-page.tsx')).CallsPage }),
    },
    {
      path: 'hotline/telephone',
      handle: { roles } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./telephone-page.tsx')).TelephonePage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/hotline',
      group: 'PEOPLE',
      label: { zh: '12333 座席', en: 'Hotline 12333' },
      icon: IconHeadset,
      // Its scripts and figures are places of their own.
      end: true,
      order: 80,
      roles,
    },
    {
      to: '/staff/hotline/calls',
      group: 'OFFICE',
      label: { zh: '12333 统计', en: 'Calls to 12333' },
      icon: IconPhoneCall,
      order: 85,
      roles: leads,
    },
  ],
}
