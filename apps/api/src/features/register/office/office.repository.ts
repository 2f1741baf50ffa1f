import type { Office, OfficePayee } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'
import type { OfficeParticulars } from './office-particulars.ts'

export type StoredOffice = Office

/** Nobody else makes or changes an office until the transaction is over. */
export async function lockOffices({ database }: Platform): Promise<void> {
  await database.query({ text: 'LOCK TABLE office IN SHARE ROW EXCLUSIVE MODE' })
}

/** The office of a region, or the first one of the installation where the region has none of its own. */
export async function findOffice({ database }: Platform, region?: string): Promise<Office | null> {
  const { office } = database.prisma
  const own = region === undefined ? null : await office.findUnique({ where: { region } })
  return own ?? office.findFirst({ orderBy: { region: 'asc' } })
}

/** An office's first account is the one that it has always had, as far as anybody knows. */
export async function insertOffice(platform: Platform, particulars: OfficeParticulars): Promise<Office> {
  const office = await platform.database.prisma.office.create({ data: particulars })
  await insertPayee(platform, office, firstDay)
  return office
}

const firstDay = '0001-01-01'

/** From which day on the account it has now is the office's. */
export async function insertPayee({ database, clock }: Platform, office: Office, fromDay: string): Promise<void> {
  const { id: officeId, payeeNumber: number, payeeName: name, payeeBank: bank } = office
  if (number === null || name === null || bank === null) return
  const recordedAt = clock.now()
  await database.prisma.officePayee.create({ data: { officeId, fromDay, number, name, bank, recordedAt } })
}

/** The account that was the office's on a day, as recorded last; nothing before its first. */
export function findPayeeOn({ database }: Platform, officeId: string, day: string): Promise<OfficePayee | null> {
  return database.prisma.officePayee.findFirst({
    where: { officeId, fromDay: { lte: day } },
    orderBy: [{ fromDay: 'desc' }, { recordedAt: 'desc' }, { id: 'desc' }],
  })
}

/** Every account that was the office's on some day: a handful in its whole life. */
export async function listPayeeNumbers({ database }: Platform, officeId: string): Promise<string[]> {
  const held = await database.prisma.officePayee.findMany({
    where: { officeId },
    select: { number: true },
    distinct: ['number'],
    orderBy: { number: 'asc' },
    take: 100,
  })
  return held.map(({ number }) => number)
}

export async function updateOffice(
  { database }: Platform,
  id: string,
  changes: Partial<OfficeParticulars>,
): Promise<Office> {
  return database.prisma.office.update({ where: { id }, data: changes })
}
