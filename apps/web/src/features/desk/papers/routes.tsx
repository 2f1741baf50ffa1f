import { IconPrinter } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [{ path: 'papers', lazy: async () => ({ Component: (await import('./papers-page.tsx')).PapersPage }) }],
}

export const places: Feature['places'] = {
  employer: [{ to: '/employer/papers', label: { zh: '文书打印', en: 'Papers' }, icon: IconPrinter, order: 30 }],
}
