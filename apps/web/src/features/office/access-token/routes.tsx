import { IconKey } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [
    { path: 'access-tokens', lazy: async () => ({ Component: (await import('./tokens-page.tsx')).TokensPage }) },
    {
      path: 'access-tokens/new',
      lazy: async () => ({ Component: (await import('./new-token-page.tsx')).NewTokenPage }),
    },
  ],
}

export const places: Feature['places'] = {
  employer: [
    { to: '/employer/access-tokens', label: { zh: '接口令牌', en: 'Access tokens' }, icon: IconKey, order: 80 },
  ],
}
