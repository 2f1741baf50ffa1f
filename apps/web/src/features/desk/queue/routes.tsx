import { IconChecklist } from '@tabler/icons-react'
import { workLifecycles } from '../../../shared/case/work-lifecycles.ts'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [{ index: true, lazy: async () => ({ Component: (await import('./work-page.tsx')).WorkPage }) }],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff',
      label: { zh: '我的待办', en: 'My work' },
      icon: IconChecklist,
      order: 0,
      end: true,
      waits: workLifecycles,
    },
  ],
}
