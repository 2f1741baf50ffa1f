import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { cardBankCase } from './card-case.ts'
import { changeCard } from './card.repository.ts'
import type { CardRow } from './card.repository.ts'
import { noteCardEvent } from './take-card-step.ts'
import type { CardDeed } from './take-card-step.ts'

/** With the card its bank application ends, for the office; the account behind it is the bank's. */
export async function endBank(platform: Platform, { channel }: CardDeed, { id, bankStatus }: CardRow): Promise<void> {
  if (bankStatus === null || bankStatus === 'CANCELLED') return
  const deed = { actor: { kind: 'SYSTEM', job: 'card-ends' }, origin: 'card-ends', channel } as const
  await takeStep(platform, cardBankCase, {
    id,
    event: 'END_BANK',
    actor: deed.actor,
    origin: deed.origin,
    facts: ({ activatedOn, kind }) => ({ activated: activatedOn !== null, temporary: kind === 'TEMPORARY' }),
    async write(row, to) {
      const changed = await changeCard(platform, id, { bankStatus: to })
      await noteCardEvent(platform, deed, {
        row: changed,
        event: 'END_BANK',
        from: row.bankStatus,
        to,
        application: 'BANK',
      })
      return changed
    },
    revision: ({ revision }) => revision,
    trace: ({ numberMasked: cardMasked, bankStatus: from }, to) => ({
      action: 'CARD_BANK_ENDED',
      recordType: 'Card',
      recordId: id,
      change: { cardMasked, from, to },
    }),
  })
}
