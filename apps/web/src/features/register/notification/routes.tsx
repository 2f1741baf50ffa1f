import type { RouteObject } from 'react-router'
import type { Feature } from '../../../shared/lib/feature.ts'

const inbox = (): RouteObject => ({
  path: 'inbox',
  lazy: async () => ({ Component: (await import('./inbox-page.tsx')).InboxPage }),
})

export const routes: Feature['routes'] = { employer: [inbox()], me: [inbox()], staff: [inbox()] }
