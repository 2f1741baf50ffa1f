import { IconCreditCard, IconId } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'
import { windowDesk } from '../../../shared/lib/staff-role.ts'

export const routes: Feature['routes'] = {
  me: [{ path: 'card', lazy: async () => ({ Component: (await import('./card-page.tsx')).CardPage }) }],
  staff: [
    {
      path: 'cards',
      handle: { roles: windowDesk } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./window-page.tsx')).WindowPage }),
    },
  ],
  partner: [
    { index: true, lazy: async () => ({ Component: (await import('./partner-desk-page.tsx')).PartnerDeskPage }) },
  ],
}

export const places: Feature['places'] = {
  me: [{ to: '/me/card', label: { zh: '社保卡', en: 'Card' }, icon: IconId, order: 20 }],
  staff: [
    {
      to: '/staff/cards',
      group: 'PEOPLE',
      label: { zh: '社保卡窗口', en: 'Cards at the window' },
      icon: IconCreditCard,
      order: 79,
      waits: ['SOCIAL_SECURITY_CARD'],
      roles: windowDesk,
    },
  ],
}
