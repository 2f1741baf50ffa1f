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

/** The bank that has the interface, while its desk is open. */
export async function findInterfaceBank({
  database,
  clock,
  environment,
}: Platform): Promise<{ id: string; name: string } | undefined> {
  const number = environment.bankPartnerNo
  if (number === undefined) return undefined
  const bank = await database.prisma.partner.findFirst({
    where: { kind: 'BANK', number, OR: [{ endedOn: null }, { endedOn: { gte: clock.today() } }] },
    select: { id: true, name: true },
  })
  return bank ?? undefined
}
