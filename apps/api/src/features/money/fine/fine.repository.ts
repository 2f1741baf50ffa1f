import type { FineCase, Prisma } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { fineStandingSchema } from './fine-input.ts'
import type { FineStanding } from './fine-input.ts'

export type FineRow = Omit<FineCase, 'standing'> & { standing: FineStanding }

const read = ({ standing, ...row }: FineCase): FineRow => ({ ...row, standing: fineStandingSchema.parse(standing) })

export async function findFine({ database }: Platform, id: string): Promise<FineRow | undefined> {
  const row = isUuid(id) ? await database.prisma.fineCase.findUnique({ where: { id } }) : null
  return row ? read(row) : undefined
}

/** Held until the transaction ends. */
export async function lockFine(platform: Platform, id: string): Promise<FineRow | undefined> {
  if (!isUuid(id)) return undefined
  await platform.database.query({ name: 'fine-lock', text: 'SELECT 1 FROM fine_case WHERE id = $1::uuid FOR UPDATE' }, [
    id,
  ])
  return findFine(platform, id)
}

export async function findFineOf({ database }: Platform, enforcementId: string): Promise<FineRow | undefined> {
  const row = await database.prisma.fineCase.findUnique({ where: { enforcementId } })
  return row ? read(row) : undefined
}

/** The last that was known of the fine of a case before an instant; nothing before it was proposed. */
export async function findKnownFineOf(
  platform: Platform,
  enforcementId: string,
  until: Date,
): Promise<FineRow | undefined> {
  const row = await findFineOf(platform, enforcementId)
  if (!row) return undefined
  const held = await platform.database.prisma.fineStanding.findFirst({
    where: { fineId: row.id, knownFrom: { lt: until } },
    orderBy: [{ knownFrom: 'desc' }, { id: 'desc' }],
  })
  if (!held) return undefined
  const { status, revision, amount, standing, dueBy, knownFrom: changedAt } = held
  return { ...row, status, revision, amount, dueBy, changedAt, standing: fineStandingSchema.parse(standing) }
}

export interface Unfined {
  id: string
  number: string
  employerId: string
}

/** Running cases whose order has run out and for which no fine was proposed. */
export function listUnfined({ database }: Platform, after: string | undefined, limit: number): Promise<Unfined[]> {
  return database.query<Unfined>(
    {
      name: 'fine-unfined',
      text: `SELECT held.id, held.number, held.employer_id AS "employerId" FROM enforcement_case held
      WHERE held.status NOT IN ('OVERDUE', 'VERIFIED', 'ORDERED', 'CLOSED_PAID', 'CLOSED_OFFSET', 'TERMINATED')
        AND held.principal > 0 AND NOT EXISTS (SELECT FROM fine_case fine WHERE fine.enforcement_id = held.id)
        AND ($1::uuid IS NULL OR held.id > $1) ORDER BY held.id LIMIT $2`,
    },
    [after ?? null, limit],
  )
}

/** A case of SIL 63 has one fine at most: of two that propose it, the second is refused by the database. */
export function insertFine({ database }: Platform, fine: Prisma.FineCaseUncheckedCreateInput): Promise<{ id: string }> {
  return database.prisma.fineCase.create({ data: fine, select: { id: true } })
}

export async function changeFine(
  { database, clock }: Platform,
  id: string,
  change: { status: string; revision: number; standing: FineStanding; amount: bigint | null; dueBy: string | null },
): Promise<void> {
  await database.prisma.fineCase.update({ where: { id }, data: { ...change, changedAt: clock.now() } })
}

/** Those that nobody decided on within their ninety days. */
export function listLapsedFines({ database, clock }: Platform, limit: number): Promise<{ id: string }[]> {
  return database.prisma.fineCase.findMany({
    where: { status: { in: ['PROPOSED', 'NOTICED'] }, dueBy: { lt: clock.today() } },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true },
  })
}
