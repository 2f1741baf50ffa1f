import { isUuid } from '../../../graphql/scalars.ts'
import type { Platform } from '../../../platform/platform.ts'

/** How long the person is expected to wait at the window for the second member of staff [PD]. */
const openForMs = 2 * 3_600_000

export interface CardPasswordReset {
  id: string
  individualId: string
  idMasked: string
  nameMasked: string
  reason: string
  requestedBy: string
  requesterName: string
  requestedAt: Date
  expiresAt: Date
}

const shown = {
  id: true,
  individualId: true,
  reason: true,
  requestedBy: true,
  requestedAt: true,
  individual: { select: { idMasked: true, nameMasked: true } },
  requester: { select: { displayName: true } },
} as const

interface Row {
  id: string
  individualId: string
  reason: string
  requestedBy: string
  requestedAt: Date
  individual: { idMasked: string; nameMasked: string }
  requester: { displayName: string }
}

const toReset = ({ individual, requester, ...row }: Row): CardPasswordReset => ({
  ...row,
  ...individual,
  requesterName: requester.displayName,
  expiresAt: new Date(row.requestedAt.getTime() + openForMs),
})

const open = ({ clock }: Platform) => ({
  confirmedAt: null,
  requestedAt: { gt: new Date(clock.now().getTime() - openForMs) },
})

/** The person of this number, held until the transaction ends so that two windows cannot open two requests. */
export async function lockIndividualByNumber(
  { database, vault }: Platform,
  idNumber: string,
): Promise<{ id: string; hasAccount: boolean } | undefined> {
  const [row] = await database.query<{ id: string; has_account: boolean }>(
    {
      text: `SELECT i.id, EXISTS (SELECT FROM account a WHERE a.individual_id = i.id) AS has_account
        FROM individual i WHERE i.id_hash = $1 FOR UPDATE OF i`,
    },
    [vault.lookupHash('person-id', idNumber)],
  )
  return row && { id: row.id, hasAccount: row.has_account }
}

export async function findOpenReset(platform: Platform, individualId: string): Promise<CardPasswordReset | undefined> {
  const row = await platform.database.prisma.cardPasswordReset.findFirst({
    where: { individualId, ...open(platform) },
    select: shown,
  })
  return row ? toReset(row) : undefined
}

export async function createReset(
  { database, clock }: Platform,
  request: { individualId: string; requestedBy: string; reason: string },
): Promise<CardPasswordReset> {
  return toReset(
    await database.prisma.cardPasswordReset.create({ data: { ...request, requestedAt: clock.now() }, select: shown }),
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
