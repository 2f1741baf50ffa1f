import type { ParticularsChange } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import { nextCaseNumber } from '../../../case/case-number.repository.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ChangeValues } from './wanted-values.ts'
import type { particularsChangeTable } from './particulars-change.lifecycle.ts'

export type ChangeRow = ParticularsChange
export type ChangeState = (typeof particularsChangeTable.states)[number]

export async function insertChange(
  platform: Platform,
  row: Omit<ChangeRow, 'id' | 'number' | 'status' | 'checkedBy' | 'decidedAt' | 'decisionNote'>,
): Promise<ChangeRow> {
  const number = await nextCaseNumber(platform, 'particulars-change', row.employerId)
  return platform.database.prisma.particularsChange.create({
    data: { ...row, number },
  })
}

export async function hasOpenChange({ database }: Platform, employerId: string, kind: string): Promise<boolean> {
  const where = { employerId, kind, status: { in: ['REQUESTED', 'CHECKED'] } }
  return (await database.prisma.particularsChange.count({ where })) > 0
}

export async function findChange({ database }: Platform, id: string): Promise<ChangeRow | null> {
  return isUuid(id) ? database.prisma.particularsChange.findUnique({ where: { id } }) : null
}

/** Held until the transaction ends. */
export async function lockChange(platform: Platform, id: string): Promise<ChangeRow | null> {
  if (!isUuid(id)) return null
  await platform.database.query(
    { name: 'particulars-change-lock', text: 'SELECT 1 FROM particulars_change WHERE id = $1::uuid FOR UPDATE' },
    [id],
  )
  return findChange(platform, id)
}

export async function listChanges({ database }: Platform, employerId: string, limit: number): Promise<ChangeRow[]> {
  return database.prisma.particularsChange.findMany({
    where: { employerId },
    orderBy: { requestedAt: 'desc' },
    take: limit,
  })
}

export async function setChangeState(
  { database }: Platform,
  id: string,
  data: Partial<Pick<ChangeRow, 'status' | 'checkedBy' | 'decidedAt' | 'decisionNote'>>,
): Promise<void> {
  await database.prisma.particularsChange.update({ where: { id }, data })
}

/** What an employer was called as known before an instant: what the first renaming since then replaced; nothing where none did. */
export async function nameKnownBefore(
  { database, vault }: Platform,
  employerId: string,
  until: Date,
): Promise<string | undefined> {
  const next = await database.prisma.particularsChange.findFirst({
    where: { employerId, kind: 'NAME', status: 'ACCEPTED', decidedAt: { gte: until } },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    select: { held: true },
  })
  return next ? vault.open<ChangeValues>(next.held).NAME : undefined
}
