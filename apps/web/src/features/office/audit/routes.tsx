import { IconShieldCheck } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'audit',
      handle: { roles: ['AUDITOR', 'HEAD'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./audit-page.tsx')).AuditPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/audit',
      group: 'OFFICE',
      label: { zh: '审计日志', en: 'Audit trail' },
      icon: IconShieldCheck,
      order: 90,
      roles: ['AUDITOR', 'HEAD'],
    },
  ],
}
