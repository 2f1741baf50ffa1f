import type { OnlineFiling } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import { nextCaseNumber } from '../../../case/case-number.repository.ts'
import type { Platform } from '../../../platform/platform.ts'

export type OnlineFilingRow = OnlineFiling

/**
 * REGISTER: it filed before approvals were kept. IMPORT: brought in with the unit. REGISTRATION: given with the unit's own registration.
 * APPLICATION: asked for by the unit. OFFICE: by decision.
 */
export const onlineFilingSources = ['REGISTER', 'IMPORT', 'REGISTRATION', 'APPLICATION', 'OFFICE'] as const

export type NewOnlineFiling = Pick<OnlineFiling, 'employerId' | 'sourceId' | 'reason' | 'recordedBy' | 'recordedAt'> & {
  source: (typeof onlineFilingSources)[number]
  /** Nothing for what is only asked for. */
  validFrom: string | null
}

const stored = (row: NewOnlineFiling) => ({ ...row, status: row.validFrom === null ? 'APPLIED' : 'STANDING' })

export async function insertOnlineFilings({ database }: Platform, rows: readonly NewOnlineFiling[]): Promise<void> {
  await database.prisma.onlineFiling.createMany({ data: rows.map(stored) })
}

export async function insertOnlineFiling(platform: Platform, row: NewOnlineFiling): Promise<OnlineFilingRow> {
  const number = await nextCaseNumber(platform, 'online-filing', row.employerId)
  return platform.database.prisma.onlineFiling.create({
    data: { ...stored(row), number },
  })
}

/** Approvals and applications, the latest first. */
export async function listOnlineFilings(
  { database }: Platform,
  employerId: string,
  limit: number,
): Promise<OnlineFilingRow[]> {
  return database.prisma.onlineFiling.findMany({
    where: { employerId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

/** What is open of a unit: an approval that stands, an application that waits. */
export async function findOpenOnlineFilings({ database }: Platform, employerId: string): Promise<OnlineFilingRow[]> {
  return database.prisma.onlineFiling.findMany({ where: { employerId, status: { in: ['APPLIED', 'STANDING'] } } })
}

export async function findOnlineFiling({ database }: Platform, id: string): Promise<OnlineFilingRow | null> {
  return isUuid(id) ? database.prisma.onlineFiling.findUnique({ where: { id } }) : null
}

/** Held until the transaction ends. */
export async function lockOnlineFiling(platform: Platform, id: string): Promise<OnlineFilingRow | null> {
  if (!isUuid(id)) return null
  await platform.database.query(
    { name: 'online-filing-lock', text: 'SELECT 1 FROM online_filing WHERE id = $1::uuid FOR UPDATE' },
    [id],
  )
  return findOnlineFiling(platform, id)
}

export async function setOnlineFiling(
  { database }: Platform,
  id: string,
  data: Partial<Pick<OnlineFilingRow, 'status' | 'validFrom' | 'validTo' | 'endReason' | 'endedAt'>>,
): Promise<void> {
  await database.prisma.onlineFiling.update({ where: { id }, data })
}
