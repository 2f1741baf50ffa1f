import { IconHeadset } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

const roles: RolesOfRoute['roles'] = ['OFFICER', 'REVIEWER', 'HEAD']

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'hotline',
      handle: { roles } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./hotline-page.tsx')).HotlinePage }),
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
      order: 80,
      roles,
    },
  ],
}
