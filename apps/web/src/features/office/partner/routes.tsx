import { IconBuildingBank } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'partners',
      handle: { roles: ['ADMINISTRATOR'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./partners-page.tsx')).PartnersPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/partners',
      group: 'OFFICE',
      label: { zh: '合作机构', en: 'Banks and hospitals' },
      icon: IconBuildingBank,
      order: 97,
      roles: ['ADMINISTRATOR'],
    },
  ],
}
