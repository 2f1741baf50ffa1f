import { IconTableImport } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'
import { caseworkers } from '../../../shared/lib/staff-role.ts'

const roles: RolesOfRoute['roles'] = [...caseworkers, 'COLLECTION_OFFICER', 'AUDITOR']
const handle = { roles } satisfies RolesOfRoute

export const routes: Feature['routes'] = {
  staff: [
    { path: 'imports', handle, lazy: async () => ({ Component: (await import('./imports-page.tsx')).ImportsPage }) },
    { path: 'imports/:id', handle, lazy: async () => ({ Component: (await import('./import-page.tsx')).ImportPage }) },
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
      roles,
    },
  ],
}
