import { watchCardPasswords } from '../../../access/card-password-watch.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listCards, settlePassword } from './card.repository.ts'
import { lockOrder, takeCardStep } from './take-card-step.ts'

/** The cards of a person in one state: the one in use, and a temporary one beside it. */
const cardsIn = async (platform: Platform, individualId: string, state: 'NORMAL' | 'PIN_LOCKED') =>
  (await listCards(platform, individualId)).filter(({ status }) => status === state)

watchCardPasswords({
  async locked(platform, individualId) {
    for (const { id } of await cardsIn(platform, individualId, 'NORMAL')) await takeCardStep(platform, lockOrder(id))
  },
  async unlocked(platform, { individualId, actor, origin }) {
    for (const { id } of await cardsIn(platform, individualId, 'PIN_LOCKED'))
      await takeCardStep(platform, {
        id,
        event: 'UNLOCK_PIN',
        action: 'CARD_PIN_UNLOCKED',
        actor,
        origin,
        channel: 'WINDOW',
        documents: ['ID'],
      })
  },
  changed: settlePassword,
})
