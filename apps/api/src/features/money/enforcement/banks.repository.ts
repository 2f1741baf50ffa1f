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

/** The one department or court that there is; nothing where several could decide. */
export async function findOnlyBody(
  { database, clock }: Platform,
  kind: 'DEPARTMENT' | 'COURT',
): Promise<{ name: string } | undefined> {
  const bodies = await database.prisma.partner.findMany({
    where: { kind, OR: [{ endedOn: null }, { endedOn: { gte: clock.today() } }] },
    take: 2,
    select: { name: true },
  })
  return bodies.length === 1 ? bodies[0] : undefined
}

/** By revision of a case the bank whose answer made it: the last that answered an inquiry, or the one that was to allocate. */
export async function listBanksOfSteps({ database }: Platform, caseId: string): Promise<Map<number, string>> {
  const rows = await database.query<{ revision: number; name: string }>(
    {
      name: 'enforcement-banks-of-steps',
      text: `SELECT held.revision, partner.name FROM enforcement_standing held JOIN partner ON partner.id::text =
          CASE held.status WHEN 'ACCOUNT_QUERIED' THEN held.standing #>> '{query,replies,-1,bankId}'
            ELSE held.standing #>> '{application,bankId}' END
        WHERE held.case_id = $1::uuid LIMIT 500`,
    },
    [caseId],
  )
  return new Map(rows.map(({ revision, name }) => [revision, name]))
}
