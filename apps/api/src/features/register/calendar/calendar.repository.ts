import { civilDate, oneOf } from '@shebao/kernel'
import { CALENDAR_DAY_KINDS } from '@shebao/premium'
import type { CalendarDay } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'

export interface CalendarYearRow {
  id: string
  year: number
  documentNo: string
  contentHash: string
  publishedBy: string | null
  publishedAt: Date
  supersededBy: string | null
  days: CalendarDay[]
}

/** Changes whenever a year is published; nothing else about a calendar changes. */
export async function findCalendarRevision({ database }: Platform): Promise<string> {
  const [row] = await database.query<{ rows: bigint; latest: string | null }>({
    name: 'calendar-revision',
    text: 'SELECT count(*) AS rows, max(id::text) AS latest FROM calendar_year',
  })
  return `${row?.rows ?? 0n}:${row?.latest ?? ''}`
}

/** The years, the latest first, each with what it superseded behind it; a year has a few dozen days. */
export async function listCalendarYears(
  { database }: Platform,
  which: { inForce?: true; year?: number } = {},
): Promise<CalendarYearRow[]> {
  const rows = await database.prisma.calendarYear.findMany({
    where: {
      ...(which.inForce ? { supersededBy: null } : {}),
      ...(which.year === undefined ? {} : { year: which.year }),
    },
    include: { days: { orderBy: { day: 'asc' } } },
    orderBy: [{ year: 'desc' }, { supersededBy: { sort: 'asc', nulls: 'first' } }, { publishedAt: 'desc' }],
  })
  return rows.map(({ days, ...row }) => ({
    ...row,
    days: days.map(({ day, kind, name }) => ({
      day: civilDate(day),
      kind: oneOf(CALENDAR_DAY_KINDS, kind, 'kind of a calendar day'),
      name,
    })),
  }))
}

/** Two people at one year: the second waits here, and finds what the first published. */
export async function lockCalendar({ database }: Platform): Promise<void> {
  await database.query({ text: `SELECT pg_advisory_xact_lock(hashtext('calendar_year'))` })
}

export interface NewCalendarYear {
  id: string
  year: number
  documentNo: string
  contentHash: string
  publishedBy: string
  publishedAt: Date
  supersedes: string | null
  days: readonly CalendarDay[]
}

export async function insertCalendarYear(
  { database: { prisma } }: Platform,
  { supersedes, days, ...row }: NewCalendarYear,
): Promise<void> {
  // First, so that at no moment two tables of a year are in force; the reference is checked at the end of the transaction.
  if (supersedes !== null)
    await prisma.calendarYear.update({ where: { id: supersedes }, data: { supersededBy: row.id } })
  await prisma.calendarYear.create({ data: { ...row, days: { createMany: { data: [...days] } } } })
}
