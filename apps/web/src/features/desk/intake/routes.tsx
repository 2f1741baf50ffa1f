import { IconTableImport } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    { path: 'imports', lazy: async () => ({ Component: (await import('./imports-page.tsx')).ImportsPage }) },
    { path: 'imports/:id', lazy: async () => ({ Component: (await import('./import-page.tsx')).ImportPage }) },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/imports',
      group: 'RULES',
      label: { zh: '批量导入', en: 'Bring in tables' },
      icon: IconTableImport,
      order: 66,
      waits: ['REGISTER_IMPORT'],
    },
  ],
}
