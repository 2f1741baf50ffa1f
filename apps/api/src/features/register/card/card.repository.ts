import { oneOf } from '@shebao/kernel'
import type { Card, CardEvent, Prisma } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { cardEvents as toldEvents } from '../../../telling/card-event-codes.ts'
import type { CardEventName } from '../../../telling/card-event-codes.ts'

export type CardRow = Card
export type CardEventRow = CardEvent
export type CardChange = Prisma.CardUncheckedUpdateInput

/** Newest first; a person has one card at a time and few in a life. */
export function listCards({ database }: Platform, individualId: string): Promise<CardRow[]> {
  return database.prisma.card.findMany({
    where: { individualId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20,
  })
}

export async function findCard({ database }: Platform, id: string): Promise<CardRow | undefined> {
  if (!isUuid(id)) return undefined
  return (await database.prisma.card.findUnique({ where: { id } })) ?? undefined
}

export async function findCardByNumber({ database, vault }: Platform, number: string): Promise<CardRow | undefined> {
  const numberHash = vault.lookupHash('card-number', number)
  return (await database.prisma.card.findUnique({ where: { numberHash } })) ?? undefined
}

/** Those of the numbers that there are, with what is sealed of their holders. */
export function listCardsOfNumbers({ database, vault }: Platform, numbers: readonly string[]) {
  return database.prisma.card.findMany({
    where: { numberHash: { in: numbers.map((number) => vault.lookupHash('card-number', number)) } },
    include: { individual: { select: { personal: true } } },
  })
}

/** Held until the transaction ends, so that of two desks at one card the second meets what the first did. */
export async function lockCard(platform: Platform, id: string): Promise<CardRow | undefined> {
  if (!isUuid(id)) return undefined
  await platform.database.query({ text: 'SELECT id FROM card WHERE id = $1::uuid FOR UPDATE' }, [id])
  return findCard(platform, id)
}

export interface CardHolder {
  id: string
  idMasked: string
  nameMasked: string
}

/** The person, held until the transaction ends, so that of two applications one is made. */
export async function lockHolder({ database }: Platform, individualId: string): Promise<void> {
  await database.query({ text: 'SELECT id FROM individual WHERE id = $1::uuid FOR UPDATE' }, [individualId])
}

export async function findHolder({ database }: Platform, id: string): Promise<CardHolder | undefined> {
  if (!isUuid(id)) return undefined
  const select = { id: true, idMasked: true, nameMasked: true }
  return (await database.prisma.individual.findUnique({ where: { id }, select })) ?? undefined
}

export async function findHolderByNumber(
  { database, vault }: Platform,
  idNumber: string,
): Promise<CardHolder | undefined> {
  const where = { idHash: vault.lookupHash('person-id', idNumber) }
  const select = { id: true, idMasked: true, nameMasked: true }
  return (await database.prisma.individual.findUnique({ where, select })) ?? undefined
}

export function insertCard({ database }: Platform, card: Prisma.CardUncheckedCreateInput): Promise<CardRow> {
  return database.prisma.card.create({ data: card })
}

/** Counts with every change: whoever decided on another revision is told. */
export function changeCard({ database }: Platform, id: string, change: CardChange): Promise<CardRow> {
  return database.prisma.card.update({ where: { id }, data: { ...change, revision: { increment: 1 } } })
}

export async function insertCardEvent(
  { database }: Platform,
  event: Prisma.CardEventUncheckedCreateInput,
): Promise<void> {
  await database.prisma.cardEvent.create({ data: event, select: { id: true } })
}

const mostEvents = 200

/** What happened to these cards, oldest first. */
export function listCardEvents({ database }: Platform, cardIds: readonly string[]): Promise<CardEventRow[]> {
  return database.prisma.cardEvent.findMany({
    where: { cardId: { in: [...cardIds] } },
    orderBy: [{ cardId: 'asc' }, { seq: 'asc' }],
    take: mostEvents,
  })
}

/** The event that the step under way wrote: what the holder is told of. */
export async function lastTold({ database }: Platform, cardId: string): Promise<{ event: CardEventName; at: Date }> {
  const { event, at } = await database.prisma.cardEvent.findFirstOrThrow({
    where: { cardId },
    orderBy: { seq: 'desc' },
    select: { event: true, at: true },
  })
  return { event: oneOf(toldEvents, event, 'card event'), at }
}

/** Cards whose loss by phone or web ran out, and temporary ones whose days are over. */
export async function listRunOut({ database, clock }: Platform, limit: number): Promise<CardRow[]> {
  return database.prisma.card.findMany({
    where: {
      OR: [
        { status: 'ORAL_LOSS', lostUntil: { lte: clock.now() } },
        { kind: 'TEMPORARY', validTo: { lt: clock.today() }, status: { notIn: ['REPLACED', 'CANCELLED'] } },
      ],
    },
    orderBy: { id: 'asc' },
    take: limit,
  })
}

/** A date no clock reaches: the card password is locked until the window unlocks it. */
export async function isPasswordLocked({ database, clock }: Platform, individualId: string): Promise<boolean> {
  return (await database.prisma.account.count({ where: { individualId, lockedUntil: { gt: clock.now() } } })) > 0
}

export async function settlePassword({ database }: Platform, individualId: string): Promise<void> {
  await database.prisma.card.updateMany({ where: { individualId, passwordDue: true }, data: { passwordDue: false } })
}

/** False where this code, or one made later, was accepted before; of two desks with the same one the second is told so. */
export async function acceptCode({ database }: Platform, cardId: string, madeAt: Date): Promise<boolean> {
  const { count } = await database.prisma.card.updateMany({
    where: { id: cardId, OR: [{ codeSeenAt: null }, { codeSeenAt: { lt: madeAt } }] },
    data: { codeSeenAt: madeAt },
  })
  return count > 0
}
