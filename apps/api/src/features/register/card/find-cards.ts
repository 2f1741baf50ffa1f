import { maskIdNumber, normaliseIdentifier, personNumberOnRecord } from '@shebao/identifiers'
import { guarded } from '../../../access/guess-watch.ts'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findCard, findCardByNumber, findHolder, findHolderByNumber, listCards } from './card.repository.ts'
import type { CardHolder, CardRow } from './card.repository.ts'

export interface FoundCards extends CardHolder {
  cards: readonly CardRow[]
}
const numberLength = [6, 30] as const

/** One of the two: what was typed, or a card that waits in the queue. */
export interface CardQuestion {
  number?: string | null | undefined
  cardId?: string | null | undefined
}

/**
 * A person's cards for the window, by the whole number of the identity document or of a card, masked; or by a card that waits for the
 * window. That somebody looked is written into the trail, found or not (domain 9).
 */
export async function findCards(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { number, cardId }: CardQuestion,
): Promise<FoundCards | undefined> {
  const actor = requireMay(asker, 'card:find')
  const look = () => lookUp(platform, actor, origin, { number, cardId })
  // What waits in the queue is no guess.
  const holder = cardId ? await look() : await guarded(platform, { door: 'PERSON_NUMBER', by: actor.accountId }, look)
  return holder && { ...holder, cards: await listCards(platform, holder.id) }
}

async function lookUp(
  platform: Platform,
  actor: StaffMember,
  origin: string,
  { number, cardId }: CardQuestion,
): Promise<CardHolder | undefined> {
  const card = cardId ? await findCard(platform, cardId) : undefined
  const holder = cardId
    ? card && (await findHolder(platform, card.individualId))
    : await byNumber(platform, number ?? '')
  await platform.audit.record({
    actorKind: actor.kind,
    actorId: actor.accountId,
    role: actingRole(actor, 'card:find'),
    origin,
    action: 'CARD_LOOKED_UP',
    recordType: 'Individual',
    recordId: holder?.id ?? '',
    change: {
      idMasked: holder?.idMasked ?? maskIdNumber(personNumberOnRecord(number ?? '')),
      found: holder !== undefined,
    },
  })
  return holder
}

async function byNumber(platform: Platform, typed: string): Promise<CardHolder | undefined> {
  const length = typed.trim().length
  if (length < numberLength[0] || length > numberLength[1]) throw badInput('number', 'The whole number is needed.')
  const holder = await findHolderByNumber(platform, personNumberOnRecord(typed))
  if (holder) return holder
  const card = await findCardByNumber(platform, normaliseIdentifier(typed))
  return card && findHolder(platform, card.individualId)
}
