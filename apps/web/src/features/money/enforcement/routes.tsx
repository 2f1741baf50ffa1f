import { IconGavel } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

const roles: RolesOfRoute['roles'] = ['OFFICER', 'COLLECTION_OFFICER', 'TAX_OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']
const list = async () => ({ Component: (await import('./cases-page.tsx')).EnforcementCasesPage })
const one = async () => ({ Component: (await import('./case-page.tsx')).EnforcementCasePage })

export const routes: Feature['routes'] = {
  staff: [
    { path: 'enforcement', handle: { roles } satisfies RolesOfRoute, lazy: list },
    { path: 'enforcement/:id', handle: { roles } satisfies RolesOfRoute, lazy: one },
  ],
  employer: [
    { path: 'enforcement', lazy: list },
    { path: 'enforcement/:id', lazy: one },
  ],
  partner: [
    { path: 'enforcement', lazy: list },
    { path: 'enforcement/:id', lazy: one },
    { path: 'requests', lazy: async () => ({ Component: (await import('./bank-desk-page.tsx')).BankDeskPage }) },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/enforcement',
      group: 'MONEY',
      label: { zh: '强制征缴', en: 'Enforcement' },
      icon: IconGavel,
      order: 58,
      waits: ['ENFORCEMENT'],
      roles,
    },
  ],
}
