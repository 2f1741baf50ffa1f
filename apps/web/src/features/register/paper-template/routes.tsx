import { IconFileText } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

const handle = { roles: ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR'] } satisfies RolesOfRoute

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'templates',
      handle,
      lazy: async () => ({ Component: (await import('./templates-page.tsx')).TemplatesPage }),
    },
    {
      path: 'templates/:name',
      handle,
      lazy: async () => ({ Component: (await import('./template-page.tsx')).TemplatePage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/templates',
      group: 'RULES',
      label: { zh: '文书模板', en: 'Paper templates' },
      icon: IconFileText,
      order: 68,
      waits: ['PAPER_TEMPLATE'],
      roles: ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR'],
    },
  ],
}
