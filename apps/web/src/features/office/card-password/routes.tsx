import { IconLockOpen } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'card-password',
      lazy: async () => ({ Component: (await import('./card-password-page.tsx')).CardPasswordPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/card-password',
      label: { zh: '首次登录与密码重置', en: 'First sign-in, card password' },
      icon: IconLockOpen,
      order: 80,
      roles: ['OFFICER', 'REVIEWER', 'HEAD'],
    },
  ],
}
