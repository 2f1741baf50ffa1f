import type { Office } from '@shebao/prisma/client'
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

export async function insertOffice({ database }: Platform, particulars: OfficeParticulars): Promise<Office> {
  return database.prisma.office.create({ data: particulars })
}

export async function updateOffice(
  { database }: Platform,
  id: string,
  changes: Partial<OfficeParticulars>,
): Promise<Office> {
  return database.prisma.office.update({ where: { id }, data: changes })
}
