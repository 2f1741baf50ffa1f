import { IconLockOpen } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'
import { windowDesk } from '../../../shared/lib/staff-role.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'card-password',
      handle: { roles: windowDesk } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./card-password-page.tsx')).CardPasswordPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/card-password',
      group: 'PEOPLE',
      label: { zh: '首次登录与密码重置', en: 'First sign-in, card password' },
      icon: IconLockOpen,
      order: 80,
      waits: ['CARD_PASSWORD_RESET'],
      roles: windowDesk,
    },
  ],
}
