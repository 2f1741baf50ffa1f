import { IconMail, IconUsersGroup } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'accounts',
      handle: { roles: ['ADMINISTRATOR'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./accounts-page.tsx')).AccountsPage }),
    },
    {
      path: 'employer-accounts',
      handle: { roles: ['HEAD', 'ADMINISTRATOR'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./employer-accounts-page.tsx')).EmployerAccountsPage }),
    },
    {
      path: 'accounts/new',
      handle: { roles: ['ADMINISTRATOR'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./new-account-page.tsx')).NewAccountPage }),
    },
    {
      path: 'accounts/:id',
      handle: { roles: ['ADMINISTRATOR'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./account-page.tsx')).StaffAccountPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/accounts',
      group: 'OFFICE',
      label: { zh: '工作人员账户', en: 'Staff accounts' },
      icon: IconUsersGroup,
      order: 95,
      roles: ['ADMINISTRATOR'],
    },
    {
      to: '/staff/employer-accounts',
      group: 'OFFICE',
      label: { zh: '单位账户信函', en: 'Letters to employers' },
      icon: IconMail,
      order: 96,
      roles: ['HEAD', 'ADMINISTRATOR'],
    },
  ],
}
