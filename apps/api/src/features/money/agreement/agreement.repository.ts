import type { DebitAgreement } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export type AgreementRow = DebitAgreement
export const agreementStatuses = ['PENDING', 'ACTIVE', 'REFUSED', 'ENDED'] as const
export const agreementEnders = ['EMPLOYER', 'BANK'] as const
export type AgreementStatus = (typeof agreementStatuses)[number]

/** Two presses at the same moment get one agreement: the second waits here and then finds it. */
export async function lockAgreementsOf({ database }: Platform, employerId: string): Promise<void> {
  await database.query(
    { name: 'billing-lock-agreements', text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 1))' },
    [employerId],
  )
}

/** The one that is in force or waits for its signature. */
export function findLiveAgreement({ database }: Platform, employerId: string): Promise<AgreementRow | null> {
  return database.prisma.debitAgreement.findFirst({ where: { employerId, status: { in: ['PENDING', 'ACTIVE'] } } })
}

/** In force, and not ended by anyone else before the transaction ends. */
export async function holdActiveAgreement(
  { database }: Platform,
  employerId: string,
): Promise<{ id: string; agreementNo: string } | undefined> {
  const [row] = await database.query<{ id: string; agreement_no: string }>(
    {
      name: 'billing-hold-agreement',
      text: `SELECT id, agreement_no FROM debit_agreement WHERE employer_id = $1 AND status = 'ACTIVE' FOR SHARE`,
    },
    [employerId],
  )
  return row ? { id: row.id, agreementNo: row.agreement_no } : undefined
}

export function findAgreement({ database }: Platform, id: string): Promise<AgreementRow | null> {
  return database.prisma.debitAgreement.findUnique({ where: { id } })
}

export async function findAccountHolder({ database }: Platform, employerId: string): Promise<string> {
  const { name } = await database.prisma.employer.findUniqueOrThrow({
    where: { id: employerId },
    select: { name: true },
  })
  return name
}

/** Newest first: ids count the time. */
export function listAgreements(
  { database }: Platform,
  employerId: string,
  page: { before: string | undefined; limit: number },
): Promise<AgreementRow[]> {
  return database.prisma.debitAgreement.findMany({
    where: { employerId, ...(page.before ? { id: { lt: page.before } } : {}) },
    orderBy: { id: 'desc' },
    take: page.limit,
  })
}

/** OPEN: unsigned, or ended without the bank knowing. ACTIVE: in force, as far as we know. */
export function listAgreementsToFollow(
  { database }: Platform,
  which: 'OPEN' | 'ACTIVE',
  page: { after: string | undefined; limit: number },
): Promise<AgreementRow[]> {
  return database.prisma.debitAgreement.findMany({
    where: {
      ...(which === 'ACTIVE'
        ? { status: 'ACTIVE' }
        : { OR: [{ status: 'PENDING' }, { status: 'ENDED', endedBy: 'EMPLOYER', bankToldAt: null }] }),
      ...(page.after ? { id: { gt: page.after } } : {}),
    },
    orderBy: { id: 'asc' },
    take: page.limit,
  })
}

export function insertAgreement(
  { database }: Platform,
  agreement: Pick<AgreementRow, 'employerId' | 'agreementNo' | 'requestedBy' | 'createdAt'>,
): Promise<AgreementRow> {
  return database.prisma.debitAgreement.create({ data: agreement })
}

type Change = Partial<Omit<AgreementRow, 'id' | 'employerId' | 'agreementNo' | 'requestedBy' | 'createdAt'>>

/** Only from one of these states; false when it has left them meanwhile, and then nothing is changed. */
export async function changeAgreement(
  { database }: Platform,
  id: string,
  from: readonly AgreementStatus[],
  change: Change,
): Promise<boolean> {
  const { count } = await database.prisma.debitAgreement.updateMany({
    where: { id, status: { in: [...from] } },
    data: change,
  })
  return count === 1
}

/** The agreement that a debit of this moment was drawn on, when it is still in force. */
export function findAgreementDrawnOn(
  { database }: Platform,
  employerId: string,
  drawnAt: Date,
): Promise<AgreementRow | null> {
  return database.prisma.debitAgreement.findFirst({
    where: { employerId, status: 'ACTIVE', signedAt: { lte: drawnAt } },
  })
}
