import { IconMessage2 } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

const handle = { roles: ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR'] } satisfies RolesOfRoute

export const routes: Feature['routes'] = {
  staff: [
    {
      path: 'hotline/scripts',
      handle,
      lazy: async () => ({ Component: (await import('./scripts-page.tsx')).ScriptsPage }),
    },
    {
      path: 'hotline/scripts/:matter',
      handle,
      lazy: async () => ({ Component: (await import('./script-page.tsx')).ScriptPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/hotline/scripts',
      group: 'RULES',
      label: { zh: '12333 话术', en: 'Scripts of 12333' },
      icon: IconMessage2,
      order: 69,
      waits: ['HOTLINE_SCRIPT'],
      roles: handle.roles,
    },
  ],
}
