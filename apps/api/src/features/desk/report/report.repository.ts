import type { EmployerReport } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'

export type ReportRow = EmployerReport

export async function findReport({ database }: Platform, id: string): Promise<ReportRow | undefined> {
  return (await asOffice('REPORTER', () => database.prisma.employerReport.findUnique({ where: { id } }))) ?? undefined
}

/** Held until the transaction ends. */
export async function lockReport(platform: Platform, id: string): Promise<ReportRow | undefined> {
  await platform.database.query(
    { name: 'employer-report-lock', gate: 'REPORTER', text: 'SELECT id FROM employer_report WHERE id = $1 FOR UPDATE' },
    [id],
  )
  return findReport(platform, id)
}

export function insertReport(
  { database }: Platform,
  row: Pick<ReportRow, 'number' | 'kind' | 'employerId' | 'unitName' | 'fromPeriod' | 'toPeriod' | 'receivedAt'>,
): Promise<ReportRow> {
  return asOffice('REPORTER', () => database.prisma.employerReport.create({ data: row }))
}

export async function changeReport(
  { database }: Platform,
  id: string,
  change: Partial<Omit<ReportRow, 'id' | 'number'>>,
): Promise<void> {
  await asOffice('REPORTER', () => database.prisma.employerReport.update({ where: { id }, data: change }))
}

const openStates = ['RECEIVED', 'CHECKING']

/** What waits, or what was ended; newest first. */
export function listReports(
  { database }: Platform,
  { open, before, limit }: { open: boolean; before: { at: Date; id: string } | undefined; limit: number },
): Promise<ReportRow[]> {
  return database.prisma.employerReport.findMany({
    where: {
      status: open ? { in: openStates } : { notIn: openStates },
      ...(before ? { OR: [{ receivedAt: { lt: before.at } }, { receivedAt: before.at, id: { lt: before.id } }] } : {}),
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}
