import { IconFiles, IconScan } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  employer: [{ path: 'hand-in', lazy: async () => ({ Component: (await import('./hand-in-page.tsx')).HandInPage }) }],
  staff: [
    { path: 'papers', lazy: async () => ({ Component: (await import('./staff-papers-page.tsx')).StaffPapersPage }) },
  ],
}

export const places: Feature['places'] = {
  employer: [{ to: '/employer/hand-in', label: { zh: '纸质材料', en: 'Paper copies' }, icon: IconFiles, order: 12 }],
  staff: [
    {
      to: '/staff/papers',
      group: 'FILING',
      label: { zh: '纸质材料', en: 'Paper copies' },
      icon: IconScan,
      order: 11,
      waits: ['PAPER_COPY'],
    },
  ],
}
