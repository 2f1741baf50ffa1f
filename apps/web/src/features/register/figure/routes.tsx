import { IconGauge } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'figures',
      handle: { roles: ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./figures-page.tsx')).FiguresPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/figures',
      group: 'RULES',
      label: { zh: '经办参数', en: 'Service figures' },
      icon: IconGauge,
      order: 67,
      waits: ['FIGURE_CHANGE'],
      roles: ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR'],
    },
  ],
}
