import { IconEraser } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  staff: [
    { path: 'write-offs', lazy: async () => ({ Component: (await import('./write-offs-page.tsx')).WriteOffsPage }) },
    {
      path: 'write-offs/new/:noticeId',
      handle: { roles: ['OFFICER', 'HEAD'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./request-page.tsx')).RequestPage }),
    },
  ],
}

export const places: Feature['places'] = {
  staff: [
    {
      to: '/staff/write-offs',
      group: 'MONEY',
      label: { zh: '欠费核销', en: 'Write-offs' },
      icon: IconEraser,
      order: 35,
      waits: ['WRITE_OFF'],
    },
  ],
}
