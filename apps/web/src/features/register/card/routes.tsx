import { IconId } from '@tabler/icons-react'
import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  me: [{ path: 'card', lazy: async () => ({ Component: (await import('./card-page.tsx')).CardPage }) }],
}

export const places: Feature['places'] = {
  me: [{ to: '/me/card', label: { zh: '社保卡', en: 'Card' }, icon: IconId, order: 20 }],
}
