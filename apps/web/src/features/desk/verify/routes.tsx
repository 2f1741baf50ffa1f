import { IconFileCheck } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

const page = async () => ({ Component: (await import('./verify-page.tsx')).VerifyPage })

export const routes: Feature['routes'] = {
  entrance: [
    { path: '/verify', lazy: page },
    { path: '/verify/:code', lazy: page },
  ],
}

export const places: Feature['places'] = {
  public: [{ to: '/verify', label: { zh: '文书真伪查询', en: 'Check a document' }, icon: IconFileCheck, order: 20 }],
}
