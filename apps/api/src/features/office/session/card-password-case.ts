import type { Lifecycle } from '../../../case/lifecycle.ts'
import { cardPasswordTable } from './card-password.lifecycle.ts'
import { lockOpenReset, openForMs } from './card-password.repository.ts'
import type { CardPasswordReset } from './card-password.repository.ts'
import { cardPasswordWork } from './card-password-work.repository.ts'

type State = (typeof cardPasswordTable.states)[number]
type Event = (typeof cardPasswordTable.steps)[number]['event']

/** One that lapsed or was confirmed is not found any more. */
export const cardPasswordCase: Lifecycle<CardPasswordReset, State, Event, never, object, never> = {
  table: cardPasswordTable,
  what: 'request',
  see: 'card-password:list-resets',
  lock: lockOpenReset,
  id: ({ id }) => id,
  state: () => 'OPEN',
  owner: ({ individualId }) => ({ individualId }),
  takers: (_platform, { requestedBy }) => ({ REQUEST: [requestedBy] }),
  work: cardPasswordWork(openForMs),
  tellings: {
    CARD_PASSWORD_RESET: ({ clock }) => ({ kind: 'CARD_PASSWORD_RESET', params: { at: clock.now().toISOString() } }),
  },
  guards: {},
}
