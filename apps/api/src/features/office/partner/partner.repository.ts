import type { Partner, Prisma } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'

export type PartnerRow = Partner
export const mostPartners = 200

/** By name, those whose desks are closed last. */
export function listPartners({ database }: Platform): Promise<PartnerRow[]> {
  return database.prisma.partner.findMany({
    orderBy: [{ endedOn: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
    take: mostPartners,
  })
}

export async function findPartner({ database }: Platform, id: string): Promise<PartnerRow | undefined> {
  if (!isUuid(id)) return undefined
  return (await database.prisma.partner.findUnique({ where: { id } })) ?? undefined
}

export async function isTaken(
  { database }: Platform,
  { number, name }: { number: string; name: string },
): Promise<boolean> {
  return (await database.prisma.partner.count({ where: { OR: [{ number }, { name }] } })) > 0
}

export function insertPartner(
  { database }: Platform,
  partner: Prisma.PartnerUncheckedCreateInput,
): Promise<PartnerRow> {
  return database.prisma.partner.create({ data: partner })
}

/** Held until the transaction ends. */
export async function lockPartner(platform: Platform, id: string): Promise<PartnerRow | undefined> {
  if (!isUuid(id)) return undefined
  await platform.database.query({ text: 'SELECT id FROM partner WHERE id = $1::uuid FOR UPDATE' }, [id])
  return findPartner(platform, id)
}

export function setPartnerEnd({ database }: Platform, id: string, endedOn: string): Promise<PartnerRow> {
  return database.prisma.partner.update({ where: { id }, data: { endedOn } })
}
