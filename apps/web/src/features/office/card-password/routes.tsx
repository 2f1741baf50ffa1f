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
      label: { zh: '社保卡密码重置', en: 'Card password reset' },
      icon: IconLockOpen,
      order: 80,
      roles: ['OFFICER', 'REVIEWER', 'HEAD'],
    },
  ],
}
