import { IconShieldCheck } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    {
      path: 'exceptions',
      lazy: async () => ({ Component: (await import('./own-exceptions-page.tsx')).OwnExceptionsPage }),
    },
  ],
  staff: [
    { path: 'exceptions', lazy: async () => ({ Component: (await import('./exceptions-page.tsx')).ExceptionsPage }) },
    {
      path: 'exceptions/new/:employerId',
      handle: { roles: ['OFFICER', 'REVIEWER', 'HEAD'] } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./propose-page.tsx')).ProposePage }),
    },
    { path: 'exceptions/:id', lazy: async () => ({ Component: (await import('./waiver-page.tsx')).WaiverPage }) },
  ],
}

const place = { label: { zh: '豁免与例外', en: 'Exceptions' }, icon: IconShieldCheck }

export const places: Feature['places'] = {
  employer: [{ ...place, to: '/employer/exceptions', order: 36 }],
  staff: [{ ...place, to: '/staff/exceptions', group: 'MONEY', order: 36, waits: ['WAIVER'] }],
}
