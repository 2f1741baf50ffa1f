import { IconMapPins } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'offices',
      handle: { roles: ['HEAD', 'ADMINISTRATOR'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./districts-page.tsx')).DistrictsPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/offices',
      group: 'OFFICE',
      label: { zh: '区经办处', en: 'District offices' },
      icon: IconMapPins,
      order: 96,
      roles: ['HEAD', 'ADMINISTRATOR'],
    },
  ],
}
