import { oneOf } from '@shebao/kernel'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { codeDeliveries } from './session-codes.ts'
import type { CodeDelivery } from './session-codes.ts'

/** How long the person is expected to wait at the window for the second member of staff [PD]. */
export const openForMs = 2 * 3_600_000
/** How long after the second person's confirmation the letter can be made: the working day [PD]. */
const printableForMs = 12 * 3_600_000

export interface CardPasswordReset {
  id: string
  individualId: string
  idMasked: string
  nameMasked: string
  reason: string
  requestedBy: string
  requesterName: string
  requestedAt: Date
  /** Of an open one, when it lapses; of a confirmed one, until when its letter can be made. */
  expiresAt: Date
  confirmedBy: string | null
  delivery: CodeDelivery
  printedAt: Date | null
}

const shown = {
  id: true,
  individualId: true,
  reason: true,
  requestedBy: true,
  requestedAt: true,
  confirmedBy: true,
  confirmedAt: true,
  delivery: true,
  printedAt: true,
  individual: { select: { idMasked: true, nameMasked: true } },
  requester: { select: { displayName: true } },
} as const

interface Row {
  id: string
  individualId: string
  reason: string
  requestedBy: string
  requestedAt: Date
  confirmedBy: string | null
  confirmedAt: Date | null
  delivery: string
  printedAt: Date | null
  individual: { idMasked: string; nameMasked: string }
  requester: { displayName: string }
}

const toReset = ({ individual, requester, confirmedAt, ...row }: Row): CardPasswordReset => ({
  ...row,
  ...individual,
  delivery: oneOf(codeDeliveries, row.delivery, 'delivery'),
  requesterName: requester.displayName,
  expiresAt: confirmedAt
    ? new Date(confirmedAt.getTime() + printableForMs)
    : new Date(row.requestedAt.getTime() + openForMs),
})

const open = ({ clock }: Platform) => ({
  confirmedAt: null,
  requestedAt: { gt: new Date(clock.now().getTime() - openForMs) },
})

/** The person of this number, held until the transaction ends so that two windows cannot open two requests. */
export async function lockIndividualByNumber(
  { database, vault }: Platform,
  idNumber: string,
): Promise<string | undefined> {
  const [row] = await database.query<{ id: string }>(
    { text: 'SELECT id FROM individual WHERE id_hash = $1 FOR UPDATE' },
    [vault.lookupHash('person-id', idNumber)],
  )
  return row?.id
}

export async function findOpenReset(platform: Platform, individualId: string): Promise<CardPasswordReset | undefined> {
  const row = await platform.database.prisma.cardPasswordReset.findFirst({
    where: { individualId, ...open(platform) },
    select: shown,
  })
  return row ? toReset(row) : undefined
}

export interface NewReset {
  individualId: string
  requestedBy: string
  reason: string
  delivery: CodeDelivery
  /** Where a letter by post goes. */
  address: string | undefined
}

export async function createReset(
  { database, clock, vault }: Platform,
  { address, ...request }: NewReset,
): Promise<CardPasswordReset> {
  const sealed = address === undefined ? null : vault.seal(address)
  return toReset(
    await database.prisma.cardPasswordReset.create({
      data: { ...request, address: sealed, requestedAt: clock.now() },
      select: shown,
    }),
  )
}

export async function findOpenResetById(platform: Platform, id: string): Promise<CardPasswordReset | undefined> {
  if (!isUuid(id)) return undefined
  const where = { id, ...open(platform) }
  const row = await platform.database.prisma.cardPasswordReset.findFirst({ where, select: shown })
  return row ? toReset(row) : undefined
}

/** Held until the transaction ends, so that one request is confirmed once. */
export async function lockOpenReset(platform: Platform, id: string): Promise<CardPasswordReset | undefined> {
  await platform.database.query({ text: 'SELECT id FROM card_password_reset WHERE id = $1::uuid FOR UPDATE' }, [id])
  return findOpenResetById(platform, id)
}

export async function closeReset({ database, clock }: Platform, id: string, confirmedBy: string): Promise<void> {
  await database.prisma.cardPasswordReset.update({ where: { id }, data: { confirmedBy, confirmedAt: clock.now() } })
}

/** What waits for a second person, longest first. */
export async function listOpenResets(platform: Platform): Promise<CardPasswordReset[]> {
  const rows = await platform.database.prisma.cardPasswordReset.findMany({
    where: open(platform),
    select: shown,
    orderBy: { requestedAt: 'asc' },
    take: 100,
  })
  return rows.map(toReset)
}

const printable = ({ clock }: Platform) => ({ confirmedAt: { gt: new Date(clock.now().getTime() - printableForMs) } })

/** Confirmed ones whose letter one of the two who took part can still make; the last confirmed first. */
export async function listPrintableResets(platform: Platform, accountId: string): Promise<CardPasswordReset[]> {
  const rows = await platform.database.prisma.cardPasswordReset.findMany({
    where: { ...printable(platform), OR: [{ requestedBy: accountId }, { confirmedBy: accountId }] },
    select: shown,
    orderBy: { confirmedAt: 'desc' },
    take: 100,
  })
  return rows.map(toReset)
}

/** Held until the transaction ends, with the address in clear: one letter at a time. */
export async function lockPrintableReset(
  platform: Platform,
  id: string,
): Promise<(CardPasswordReset & { address: string | undefined }) | undefined> {
  if (!isUuid(id)) return undefined
  const { database, vault } = platform
  await database.query({ text: 'SELECT id FROM card_password_reset WHERE id = $1::uuid FOR UPDATE' }, [id])
  const row = await database.prisma.cardPasswordReset.findFirst({
    where: { id, ...printable(platform) },
    select: { ...shown, address: true },
  })
  if (!row) return undefined
  const { address, ...reset } = row
  return { ...toReset(reset), address: address ? vault.open<string>(address) : undefined }
}

export async function markPrinted({ database, clock }: Platform, id: string): Promise<void> {
  await database.prisma.cardPasswordReset.update({ where: { id }, data: { printedAt: clock.now() } })
}
