import type { Prisma, RelationTransfer, TransferredMonths } from '@shebao/prisma/client'
import type { MonthRange } from '@shebao/kernel'
import { isUuid } from '../../../access/uuid.ts'
import type { KeysetValue } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { relationTransferTable } from './relation-transfer.lifecycle.ts'

export type TransferRow = RelationTransfer
export type TransferState = (typeof relationTransferTable.states)[number]
export const transferDirections = ['IN', 'OUT'] as const
export type TransferDirection = (typeof transferDirections)[number]

/** Held until the transaction ends: of one person one thing is asked after the other. */
export async function lockPerson({ database }: Platform, individualId: string): Promise<void> {
  await database.query(
    { name: 'relation-transfer-person', text: `SELECT 1 FROM individual WHERE id = $1::uuid FOR UPDATE` },
    [individualId],
  )
}

export interface MaskedPerson {
  id: string
  nameMasked: string
  idMasked: string
}
const masked = { id: true, nameMasked: true, idMasked: true } as const

export async function findPersonByNumber(
  { database, vault }: Platform,
  idNumber: string,
): Promise<MaskedPerson | undefined> {
  const where = { idHash: vault.lookupHash('person-id', idNumber) }
  return (await database.prisma.individual.findUnique({ where, select: masked })) ?? undefined
}

export async function findPerson({ database }: Platform, id: string): Promise<MaskedPerson> {
  return database.prisma.individual.findUniqueOrThrow({ where: { id }, select: masked })
}

export async function findAsked(
  { database }: Platform,
  individualId: string,
  askingKey: string,
): Promise<TransferRow | null> {
  return database.prisma.relationTransfer.findUnique({
    where: { individualId_askingKey: { individualId, askingKey } },
  })
}

const over = ['CLOSED', 'REFUSED', 'WITHDRAWN']

export async function hasOpenTransfer(
  { database }: Platform,
  individualId: string,
  direction: TransferDirection,
): Promise<boolean> {
  const where = { individualId, direction, status: { notIn: over } }
  return (await database.prisma.relationTransfer.count({ where })) > 0
}

export async function insertTransfer(
  { database }: Platform,
  row: Omit<Prisma.RelationTransferUncheckedCreateInput, 'number'>,
): Promise<TransferRow> {
  const [next] = await database.query<{ value: bigint }>({
    name: 'relation-transfer-next-number',
    text: `SELECT nextval('relation_transfer_number') AS value`,
  })
  return database.prisma.relationTransfer.create({
    data: { ...row, number: `ZY${String(next?.value).padStart(8, '0')}` },
  })
}

export async function findTransfer({ database }: Platform, id: string): Promise<TransferRow | null> {
  return isUuid(id) ? database.prisma.relationTransfer.findUnique({ where: { id } }) : null
}

/** Held until the transaction ends, and the person with it: what counts of theirs does not change meanwhile. */
export async function lockTransfer(platform: Platform, id: string): Promise<TransferRow | null> {
  if (!isUuid(id)) return null
  await platform.database.query(
    {
      name: 'relation-transfer-lock',
      text: `SELECT 1 FROM relation_transfer t JOIN individual i ON i.id = t.individual_id WHERE t.id = $1::uuid FOR UPDATE`,
    },
    [id],
  )
  return findTransfer(platform, id)
}

export type TransferChange = Omit<Prisma.RelationTransferUncheckedUpdateInput, 'revision'>

/** Counts with every step. */
export async function setTransfer({ database }: Platform, id: string, data: TransferChange): Promise<TransferRow> {
  return database.prisma.relationTransfer.update({ where: { id }, data: { ...data, revision: { increment: 1 } } })
}

export type TransferredRow = TransferredMonths

export async function listMonths({ database }: Platform, transferId: string): Promise<TransferredRow[]> {
  return database.prisma.transferredMonths.findMany({
    where: { transferId },
    orderBy: [{ insurance: 'desc' }, { fromPeriod: 'asc' }],
    take: 500,
  })
}

/** In place of those that were known: one write, and only while they do not count. */
export async function replaceMonths(
  { database }: Platform,
  { id: transferId, individualId, direction }: Pick<TransferRow, 'id' | 'individualId' | 'direction'>,
  ranges: readonly MonthRange[],
): Promise<void> {
  await database.prisma.transferredMonths.deleteMany({ where: { transferId, stands: false } })
  await database.prisma.transferredMonths.createMany({
    data: ranges.map(({ insurance, from, to }) => ({
      transferId,
      individualId,
      direction,
      insurance,
      fromPeriod: from,
      toPeriod: to,
    })),
  })
}

/** From now on they count, or count here no longer; or it is as before. */
export async function letStand({ database }: Platform, transferId: string, stands: boolean): Promise<void> {
  await database.prisma.transferredMonths.updateMany({ where: { transferId }, data: { stands } })
}

/** What came from elsewhere goes on with the rest, or is back. */
export async function moveOn({ database }: Platform, individualId: string, transferId: string): Promise<void> {
  await database.prisma.transferredMonths.updateMany({
    where: { individualId, direction: 'IN', stands: true, movedBy: null },
    data: { movedBy: transferId },
  })
}
export async function bringBack({ database }: Platform, transferId: string): Promise<void> {
  await database.prisma.transferredMonths.updateMany({ where: { movedBy: transferId }, data: { movedBy: null } })
}
export async function hasMovedOn({ database }: Platform, transferId: string): Promise<boolean> {
  return (await database.prisma.transferredMonths.count({ where: { transferId, movedBy: { not: null } } })) > 0
}

export async function isReferenceUsed(
  { database }: Platform,
  direction: string,
  fundsReference: string,
): Promise<boolean> {
  return (await database.prisma.relationTransfer.count({ where: { direction, fundsReference } })) > 0
}

/** Whether the office has closed its books of a day. */
export async function isDayClosed({ database }: Platform, day: string): Promise<boolean> {
  return (await database.prisma.reconciliationDay.count({ where: { day, status: 'CLOSED' } })) > 0
}

/** A person's own, newest first. */
export async function listTransfersOf({ database }: Platform, individualId: string): Promise<TransferRow[]> {
  return database.prisma.relationTransfer.findMany({ where: { individualId }, orderBy: { id: 'desc' }, take: 50 })
}

export type DeskTransfer = TransferRow & { nameMasked: string }

/** Those in a state or all that are not over, oldest first. */
export async function listForDesk(
  { database }: Platform,
  { state, direction }: { state: TransferState | undefined; direction: TransferDirection | undefined },
  after: readonly KeysetValue[] | undefined,
  limit: number,
): Promise<DeskTransfer[]> {
  const [id] = after ?? []
  const rows = await database.prisma.relationTransfer.findMany({
    where: {
      status: state ?? { notIn: over },
      ...(direction ? { direction } : {}),
      ...(typeof id === 'string' && isUuid(id) ? { id: { gt: id } } : {}),
    },
    orderBy: { id: 'asc' },
    take: limit,
  })
  const people = await database.prisma.individual.findMany({
    where: { id: { in: rows.map(({ individualId }) => individualId) } },
    select: { id: true, nameMasked: true },
  })
  const names = new Map(people.map((person) => [person.id, person.nameMasked]))
  return rows.map((row) => ({ ...row, nameMasked: names.get(row.individualId) ?? '' }))
}

export async function findStepDays({ database }: Platform): Promise<number> {
  const rule = await database.prisma.relationTransferRule.findFirst({ orderBy: { changedAt: 'desc' } })
  if (!rule) throw new Error('No rule for transfers.')
  return rule.stepDays
}

export async function insertStepDays(
  { database, clock }: Platform,
  stepDays: number,
  changedBy: string,
): Promise<void> {
  await database.prisma.relationTransferRule.create({ data: { stepDays, changedBy, changedAt: clock.now() } })
}
