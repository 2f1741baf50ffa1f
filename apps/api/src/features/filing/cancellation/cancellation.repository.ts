import type { Cancellation } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import { nextCaseNumber } from '../../../case/case-number.repository.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { cancellationTable } from './cancellation.lifecycle.ts'

export type CancellationRow = Cancellation
export type CancellationState = (typeof cancellationTable.states)[number]

export async function insertCancellation(
  platform: Platform,
  row: Pick<CancellationRow, 'employerId' | 'lastDay' | 'reason' | 'requestedBy' | 'requestedAt'>,
): Promise<CancellationRow> {
  const number = await nextCaseNumber(platform, 'cancellation', row.employerId)
  return platform.database.prisma.cancellation.create({
    data: { ...row, number },
  })
}

export async function hasOpenCancellation({ database }: Platform, employerId: string): Promise<boolean> {
  return (await database.prisma.cancellation.count({ where: { employerId, status: 'REQUESTED' } })) > 0
}

export async function findCancellation({ database }: Platform, id: string): Promise<CancellationRow | null> {
  return isUuid(id) ? database.prisma.cancellation.findUnique({ where: { id } }) : null
}

/** Held until the transaction ends. */
export async function lockCancellation(platform: Platform, id: string): Promise<CancellationRow | null> {
  if (!isUuid(id)) return null
  await platform.database.query(
    { name: 'cancellation-lock', text: 'SELECT 1 FROM cancellation WHERE id = $1::uuid FOR UPDATE' },
    [id],
  )
  return findCancellation(platform, id)
}

export async function listCancellations(
  { database }: Platform,
  employerId: string,
  limit: number,
): Promise<CancellationRow[]> {
  return database.prisma.cancellation.findMany({
    where: { employerId },
    orderBy: { requestedAt: 'desc' },
    take: limit,
  })
}

export async function setCancellation(
  { database }: Platform,
  id: string,
  data: Partial<Pick<CancellationRow, 'status' | 'decidedAt' | 'decisionNote'>>,
): Promise<void> {
  await database.prisma.cancellation.update({ where: { id }, data })
}
