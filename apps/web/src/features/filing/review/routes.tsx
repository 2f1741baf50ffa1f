import { IconInbox, IconLockOpen, IconShieldCheck } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    { index: true, lazy: async () => ({ Component: (await import('./queue-page.tsx')).QueuePage }) },
    { path: 'declarations/:id', lazy: async () => ({ Component: (await import('./review-page.tsx')).ReviewPage }) },
    {
      path: 'employers/:id',
      lazy: async () => ({ Component: (await import('../../register/employer/employer-page.tsx')).EmployerPage }),
    },
    {
      path: 'card-password',
      lazy: async () => ({
        Component: (await import('../../office/card-password/card-password-page.tsx')).CardPasswordPage,
      }),
    },
    { path: 'audit', lazy: async () => ({ Component: (await import('../../office/audit/audit-page.tsx')).AuditPage }) },
  ],
}

export const places: Feature['places'] = {
  staff: [
    { to: '/staff', label: { zh: '待办申报', en: 'Declarations' }, icon: IconInbox, order: 0, end: true },
    {
      to: '/staff/card-password',
      label: { zh: '社保卡密码重置', en: 'Card password reset' },
      icon: IconLockOpen,
      order: 80,
      roles: ['OFFICER', 'REVIEWER', 'HEAD'],
    },
    {
      to: '/staff/audit',
      label: { zh: '审计日志', en: 'Audit trail' },
      icon: IconShieldCheck,
      order: 90,
      roles: ['AUDITOR', 'HEAD'],
    },
  ],
}
