import { IconUsersGroup } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    { path: 'accounts', lazy: async () => ({ Component: (await import('./accounts-page.tsx')).AccountsPage }) },
    {
      path: 'accounts/new',
      lazy: async () => ({ Component: (await import('./new-account-page.tsx')).NewAccountPage }),
    },
    { path: 'accounts/:id', lazy: async () => ({ Component: (await import('./account-page.tsx')).StaffAccountPage }) },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/accounts',
      label: { zh: '工作人员账户', en: 'Staff accounts' },
      icon: IconUsersGroup,
      order: 95,
      roles: ['ADMINISTRATOR'],
    },
  ],
}
