import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import type { WatchedMonth } from '../watch/index.ts'
import type { ReportRow } from './report.repository.ts'

/** What is sealed of a report: who, in which words, and what the office's record said of these months then. */
export interface ReporterContent {
  individualId: string
  words: string
  /** Fen a month, as the person says. */
  saidBase: number | null
  sheet: readonly WatchedMonth[]
}

const hashOf = ({ vault }: Platform, individualId: string) => vault.lookupHash('employer-reporter', individualId)

/** One report of a person at a time: two presses at once come one after the other. */
export async function holdReporter(platform: Platform, individualId: string): Promise<void> {
  const name = Buffer.from(hashOf(platform, individualId)).toString('hex')
  await platform.database.query(
    { name: 'employer-reporter-hold', text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 3))' },
    [name],
  )
}

export async function insertReporter(
  platform: Platform,
  { reportId, requestKey, ...content }: ReporterContent & { reportId: string; requestKey: string },
): Promise<void> {
  await asOffice('REPORTER', () =>
    platform.database.prisma.employerReportReporter.create({
      data: {
        reportId,
        requestKey,
        reporterHash: hashOf(platform, content.individualId),
        sealed: platform.vault.seal(content),
      },
    }),
  )
}

export async function findReporter(platform: Platform, reportId: string): Promise<ReporterContent | undefined> {
  const row = await asOffice('REPORTER', () =>
    platform.database.prisma.employerReportReporter.findUnique({ where: { reportId } }),
  )
  return row ? platform.vault.open<ReporterContent>(row.sealed) : undefined
}

/** The report that the same press made before. */
export async function findByRequest(
  platform: Platform,
  individualId: string,
  requestKey: string,
): Promise<ReportRow | undefined> {
  const row = await asOffice('REPORTER', () =>
    platform.database.prisma.employerReportReporter.findFirst({
      where: { reporterHash: hashOf(platform, individualId), requestKey },
      include: { report: true },
    }),
  )
  return row?.report
}

const mostOfPerson = 200

/** All that a person reported, newest first. */
export async function listReportsOf(platform: Platform, individualId: string): Promise<ReportRow[]> {
  const rows = await asOffice('REPORTER', () =>
    platform.database.prisma.employerReportReporter.findMany({
      where: { reporterHash: hashOf(platform, individualId) },
      include: { report: true },
      orderBy: { report: { receivedAt: 'desc' } },
      take: mostOfPerson,
    }),
  )
  return rows.map(({ report }) => report)
}

/** Whether it was this person who reported. */
export async function isReporter(platform: Platform, individualId: string, reportId: string): Promise<boolean> {
  return (
    (await asOffice('REPORTER', () =>
      platform.database.prisma.employerReportReporter.count({
        where: { reportId, reporterHash: hashOf(platform, individualId) },
      }),
    )) === 1
  )
}
