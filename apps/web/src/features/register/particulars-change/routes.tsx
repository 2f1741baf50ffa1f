import { IconReplace } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [{ path: 'changes', lazy: async () => ({ Component: (await import('./changes-page.tsx')).ChangesPage }) }],
  staff: [{ path: 'changes/:id', lazy: async () => ({ Component: (await import('./task-page.tsx')).ChangeTaskPage }) }],
}

export const places: Feature['places'] = {
  employer: [{ to: '/employer/changes', label: { zh: '信息变更', en: 'Changes' }, icon: IconReplace, order: 36 }],
}
