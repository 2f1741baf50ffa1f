import type { Employer, Office } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export type EmployerRow = Employer
export type OfficeRow = Office

export async function findEmployer({ database }: Platform, id: string): Promise<EmployerRow | null> {
  return database.prisma.employer.findUnique({ where: { id } })
}

/** The unit of a credit code, whether it is still in the register or not. */
export async function findEmployerByCode({ database }: Platform, creditCode: string): Promise<EmployerRow | null> {
  return database.prisma.employer.findFirst({ where: { OR: [{ creditCode }, { registrationNo: creditCode }] } })
}

export async function findFirstOffice({ database }: Platform): Promise<OfficeRow | null> {
  return database.prisma.office.findFirst({ orderBy: { region: 'asc' } })
}

export async function findOfficeOfRegion(platform: Platform, region: string): Promise<OfficeRow | null> {
  return (await platform.database.prisma.office.findUnique({ where: { region } })) ?? findFirstOffice(platform)
}

export async function insertEmployers(
  { database }: Platform,
  employers: readonly Omit<EmployerRow, 'rosterVersion'>[],
): Promise<void> {
  await database.prisma.employer.createMany({ data: [...employers] })
}

export async function renameEmployer({ database }: Platform, id: string, name: string): Promise<void> {
  await database.prisma.employer.update({ where: { id }, data: { name } })
}

/** The last day of a unit in the register. */
export async function setEnd({ database }: Platform, id: string, endedOn: string): Promise<void> {
  await database.prisma.employer.update({ where: { id }, data: { endedOn } })
}

/** Every change of a unit's enrolments gives its roster a new version, so that an older download is noticed. */
export async function countRosterVersionUp({ database }: Platform, employerId: string): Promise<void> {
  await database.prisma.employer.update({ where: { id: employerId }, data: { rosterVersion: { increment: 1 } } })
}
