import { IconBuildingBank } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'payee',
      handle: { roles: ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR', 'ADMINISTRATOR'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./payee-page.tsx')).PayeePage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/payee',
      group: 'RULES',
      label: { zh: '收款账户', en: 'Payee account' },
      icon: IconBuildingBank,
      order: 66,
      waits: ['PAYEE_CHANGE'],
      roles: ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR', 'ADMINISTRATOR'],
    },
  ],
}
