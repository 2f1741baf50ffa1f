import type { Platform } from '../../../platform/platform.ts'

const standing = (today: string) => ({ OR: [{ endedOn: null }, { endedOn: { gte: today } }] })
const mostBanks = 100

/** Banks that issue cards here, by name. */
export async function listCardBanks({ database, clock }: Platform): Promise<string[]> {
  const banks = await database.prisma.partner.findMany({
    where: { kind: 'BANK', ...standing(clock.today()) },
    orderBy: { name: 'asc' },
    take: mostBanks,
    select: { name: true },
  })
  return banks.map(({ name }) => name)
}

export async function findCardBank({ database, clock }: Platform, name: string): Promise<string | undefined> {
  const where = { kind: 'BANK', name: name.trim(), ...standing(clock.today()) }
  return (await database.prisma.partner.findFirst({ where, select: { name: true } }))?.name
}

export interface DeskOfPartner {
  id: string
  kind: string
  name: string
  linked: boolean
}

export async function findDesk({ database }: Platform, id: string): Promise<DeskOfPartner | undefined> {
  const select = { id: true, kind: true, name: true, linked: true }
  return (await database.prisma.partner.findUnique({ where: { id }, select })) ?? undefined
}

export interface NewSettlement {
  cardId: string
  partnerId: string
  billNo: string
  /** Fen. */
  amount: number
  settledBy: string
}

/** False where another press settled the same bill first. */
export async function insertSettlement(
  { database, clock }: Platform,
  { amount, ...settlement }: NewSettlement,
): Promise<boolean> {
  const rows = await database.query(
    {
      name: 'card-settlement-insert',
      text: `INSERT INTO card_settlement (id, card_id, partner_id, bill_no, amount, settled_by, settled_at)
        VALUES (gen_random_uuid(), $1::uuid, $2::uuid, $3, $4, $5::uuid, $6) ON CONFLICT (partner_id, bill_no) DO NOTHING RETURNING id`,
    },
    [settlement.cardId, settlement.partnerId, settlement.billNo, amount, settlement.settledBy, clock.now()],
  )
  return rows.length > 0
}
