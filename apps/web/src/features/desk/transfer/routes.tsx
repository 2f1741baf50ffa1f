import { IconArrowDownLeft, IconArrowsExchange, IconArrowUpRight } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'
import { windowDesk } from '../../../shared/lib/staff-role.ts'

const roles: RolesOfRoute['roles'] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']
const open = async () => ({ Component: (await import('./open-page.tsx')).OpenPage })

export const routes: Feature['routes'] = {
  me: [
    {
      path: 'transfers',
      lazy: async () => ({ Component: (await import('./own-transfers-page.tsx')).OwnTransfersPage }),
    },
    { path: 'transfers/in', lazy: open },
    { path: 'transfers/out', lazy: open },
    {
      path: 'transfers/:id',
      lazy: async () => ({ Component: (await import('./own-transfer-page.tsx')).OwnTransferPage }),
    },
  ],
  staff: [
    {
      path: 'transfers',
      handle: { roles } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./desk-page.tsx')).DeskPage }),
    },
    { path: 'transfers/in', handle: { roles: windowDesk } satisfies RolesOfRoute, lazy: open },
    { path: 'transfers/out', handle: { roles: windowDesk } satisfies RolesOfRoute, lazy: open },
    {
      path: 'transfers/:id',
      handle: { roles } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./transfer-task-page.tsx')).TransferTaskPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/transfers',
      group: 'PEOPLE',
      label: { zh: '转移接续', en: 'Transfers' },
      icon: IconArrowsExchange,
      order: 37,
      waits: ['RELATION_TRANSFER'],
      roles,
    },
    // Who works at the window alone takes applications in, and has no list of the cases.
    {
      to: '/staff/transfers/in',
      group: 'PEOPLE',
      label: { zh: '转入申请', en: 'Transfer in' },
      icon: IconArrowDownLeft,
      order: 81,
      roles: ['WINDOW_AGENT'],
    },
    {
      to: '/staff/transfers/out',
      group: 'PEOPLE',
      label: { zh: '转出申请', en: 'Transfer out' },
      icon: IconArrowUpRight,
      order: 82,
      roles: ['WINDOW_AGENT'],
    },
  ],
}
