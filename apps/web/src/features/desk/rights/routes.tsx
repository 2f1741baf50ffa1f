import { IconFileCertificate } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'
import { windowDesk } from '../../../shared/lib/staff-role.ts'

export const routes: Feature['routes'] = {
  me: [{ path: 'rights', lazy: async () => ({ Component: (await import('./rights-page.tsx')).RightsPage }) }],
  staff: [
    {
      path: 'rights',
      handle: { roles: windowDesk } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./window-page.tsx')).RightsWindowPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/rights',
      group: 'PEOPLE',
      label: { zh: '权益记录单窗口', en: 'Rights statements' },
      icon: IconFileCertificate,
      order: 80,
      roles: windowDesk,
    },
  ],
}
