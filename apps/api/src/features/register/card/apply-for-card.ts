import { randomInt } from 'node:crypto'
import { civilDate } from '@shebao/kernel'
import { maskCardNumber } from '@shebao/identifiers'
import { addWorkingDays } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { orStale } from '../../../case/case-mark.ts'
import type { Decision, StaleDecision } from '../../../case/case-mark.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn } from '../../../platform/service-figures.ts'
import { tell } from '../../../telling/tell.ts'
import { workingCalendar } from '../calendar/index.ts'
import { cardBankTable } from './card-bank.lifecycle.ts'
import { cardTable } from './card.lifecycle.ts'
import { findCardByNumber, findHolder, insertCard, listCards, lockHolder } from './card.repository.ts'
import type { CardRow } from './card.repository.ts'
import { endBank } from './end-bank.ts'
import { findCardBank } from './partner.repository.ts'
import { noteCardEvent, takeCardStep } from './take-card-step.ts'
import type { CardDeed, CardRefusal } from './take-card-step.ts'

/** OPEN_CARD: the person has one, or one is being made. NO_SUCH_BANK: none of the banks that issue cards here. */
export class ApplicationRefused {
  readonly reason: 'OPEN_CARD' | 'NO_SUCH_BANK'
  constructor(reason: 'OPEN_CARD' | 'NO_SUCH_BANK') {
    this.reason = reason
  }
}

const isOver = ({ status }: CardRow) => status === 'REPLACED' || status === 'CANCELLED'

/** A first card, or one after the last was cancelled. Of two applications at once one is made. */
export async function applyForCard(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  wanted: { individualId?: string | undefined; bank: string },
): Promise<CardRow | ApplicationRefused> {
  const actor = requireMay(asker, 'card:apply')
  const individualId = actor.kind === 'INSURED' ? actor.individualId : (wanted.individualId ?? '')
  if (!(await findHolder(platform, individualId))) throw notFound('person')
  const bankName = await findCardBank(platform, wanted.bank)
  if (bankName === undefined) return new ApplicationRefused('NO_SUCH_BANK')
  const deed = { actor, origin, channel: actor.kind === 'INSURED' ? 'WEB' : 'WINDOW' } as const
  return platform.database.transaction(async () => {
    await lockHolder(platform, individualId)
    const held = await listCards(platform, individualId)
    if (held.some((card) => card.kind === 'PERMANENT' && !isOver(card))) return new ApplicationRefused('OPEN_CARD')
    return open(platform, deed, { individualId, bankName })
  })
}

/**
 * A new card for one that is lost, stolen or damaged: the old one is void at once, the new one has another number and the same
 * social security number. What the card had of a bank is applied for at the same bank.
 */
export async function replaceCard(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { id, decidedOn, reason }: Decision & { reason: string },
): Promise<CardRow | CardRefusal | StaleDecision> {
  const actor = requireMay(asker, 'card:replace')
  const deed = { actor, origin, channel: actor.kind === 'INSURED' ? 'WEB' : 'WINDOW', reason } as const
  return orStale(
    platform.database.transaction(async () => {
      const order = { ...deed, id, decidedOn, event: 'REPLACE', action: 'CARD_REPLACED' } as const
      const old = await takeCardStep(platform, order)
      if (!('individualId' in old)) return old
      await endBank(platform, deed, old)
      return open(platform, deed, { individualId: old.individualId, bankName: old.bankName, replacesId: old.id })
    }),
  )
}

interface NewCard {
  individualId: string
  bankName: string
  replacesId?: string
}

/** Both applications of a new card, each with its first event. */
async function open(platform: Platform, deed: CardDeed & { actor: Viewer }, card: NewCard): Promise<CardRow> {
  const number = await drawNumber(platform)
  const [today, readyDays] = [platform.clock.today(), await figureOn(platform, 'CARD_READY_DAYS')]
  const readyOn = addWorkingDays(await workingCalendar(platform), civilDate(today), readyDays)
  const { actor, origin } = deed
  const made = await openCase(platform, cardTable, {
    event: 'APPLY',
    actor,
    origin,
    note: deed.reason,
    write: () =>
      insertCard(platform, {
        ...card,
        numberHash: platform.vault.lookupHash('card-number', number),
        numberCipher: platform.vault.seal(number),
        numberMasked: maskCardNumber(number),
        status: 'APPLIED',
        bankStatus: 'INACTIVE',
        appliedOn: today,
        readyOn,
        revision: 1,
        createdAt: platform.clock.now(),
      }),
    trace: ({ id: recordId, numberMasked: cardMasked }) => ({
      action: 'CARD_APPLIED_FOR',
      recordType: 'Card',
      recordId,
      change: { cardMasked, channel: deed.channel },
    }),
  })
  await noteCardEvent(platform, deed, { row: made, event: 'APPLY', from: null, to: 'APPLIED' })
  await openCase(platform, cardBankTable, {
    event: 'OPEN_BANK',
    actor,
    origin,
    write: async () => made,
    trace: () => undefined,
  })
  await tellOf(platform, made, 'APPLY')
  return made
}

export function tellOf(
  platform: Platform,
  { id, individualId, numberMasked: number, revision }: CardRow,
  event: 'APPLY' | 'GIVE_TEMPORARY',
): Promise<void> {
  const params = { event, number, at: platform.clock.now().toISOString() } as const
  return tell(platform, [
    { kind: 'CARD_EVENT', to: { individualId }, key: `${cardTable.lifecycle}:${id}:${event}:${revision}`, params },
  ])
}

const triesForNumber = 20

/** A letter and eight digits (domain 1.5); nobody's yet. */
export async function drawNumber(platform: Platform): Promise<string> {
  for (let tries = 0; tries < triesForNumber; tries += 1) {
    const number = `${String.fromCodePoint(65 + randomInt(26))}${String(randomInt(1e8)).padStart(8, '0')}`
    if (!(await findCardByNumber(platform, number))) return number
  }
  throw new Error('No card number is free.')
}
