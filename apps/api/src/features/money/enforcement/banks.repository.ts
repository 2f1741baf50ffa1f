import type { Platform } from '../../../platform/platform.ts'

const mostBanks = 100

/** Banks that can be asked for the accounts of a unit, by name. */
export async function listBanks({ database, clock }: Platform): Promise<{ id: string; name: string }[]> {
  return database.prisma.partner.findMany({
    where: { kind: 'BANK', OR: [{ endedOn: null }, { endedOn: { gte: clock.today() } }] },
    orderBy: { name: 'asc' },
    take: mostBanks,
    select: { id: true, name: true },
  })
}
