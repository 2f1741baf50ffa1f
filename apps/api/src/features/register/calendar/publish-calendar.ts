import { createHash } from 'node:crypto'
import { checkCalendarYear } from '@shebao/premium'
import type { CalendarDay, CalendarProblem } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { actingRole } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { insertCalendarYear, listCalendarYears, lockCalendar } from './calendar.repository.ts'
import type { CalendarYearRow } from './calendar.repository.ts'

export const calendarRefusals = ['NOT_FIT', 'UNCHANGED', 'STALE'] as const
export type CalendarRefusal = (typeof calendarRefusals)[number]

export interface CalendarToPublish {
  year: number
  documentNo: string
  days: readonly CalendarDay[]
  /** The table of this year that the screen showed as the one in force. */
  supersedes: string | null
}

export type PublishedCalendar =
  | { kind: 'PUBLISHED'; id: string; year: number }
  | { kind: 'REFUSED'; reason: CalendarRefusal; problems: readonly CalendarProblem[] }

export interface CalendarOutlook {
  problems: readonly CalendarProblem[]
  inForce: CalendarYearRow | null
  /** Days that the year in force does not have, or has otherwise. */
  added: readonly CalendarDay[]
  /** Days of the year in force that are not among these. */
  removed: readonly CalendarDay[]
  unchanged: boolean
}

const mostDays = 366

/** What publishing these days would do; nothing is written. */
export async function readCalendarOutlook(
  platform: Platform,
  asker: Viewer | undefined,
  { year, days }: Pick<CalendarToPublish, 'year' | 'days'>,
): Promise<CalendarOutlook> {
  requireMay(asker, 'calendar:read')
  requireSize(year, days)
  const [inForce = null] = await listCalendarYears(platform, { inForce: true, year })
  const [before, now] = [new Set((inForce?.days ?? []).map(keyOf)), new Set(days.map(keyOf))]
  return {
    problems: checkCalendarYear(year, days),
    inForce,
    added: days.filter((day) => !before.has(keyOf(day))),
    removed: (inForce?.days ?? []).filter((day) => !now.has(keyOf(day))),
    unchanged: inForce?.contentHash === hashOf(days),
  }
}

/** Publishes the table of a year; the one before it stays, superseded. Bills that were issued keep their due dates. */
export async function publishCalendarYear(
  platform: Platform,
  asker: Viewer | undefined,
  { year, supersedes, ...given }: CalendarToPublish,
  origin: string,
): Promise<PublishedCalendar> {
  const publisher = requireMay(asker, 'calendar:publish')
  const documentNo = requireText('documentNo', given.documentNo, [2, 100])
  requireSize(year, given.days)
  const days = given.days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const problems = checkCalendarYear(year, days)
  if (problems.some(({ level }) => level === 'ERROR')) return { kind: 'REFUSED', reason: 'NOT_FIT', problems }
  return platform.database.transaction(async () => {
    await lockCalendar(platform)
    const [inForce] = await listCalendarYears(platform, { inForce: true, year })
    if ((inForce?.id ?? null) !== supersedes) return { kind: 'REFUSED', reason: 'STALE', problems: [] }
    const contentHash = hashOf(days)
    if (inForce?.contentHash === contentHash && inForce.documentNo === documentNo)
      return { kind: 'REFUSED', reason: 'UNCHANGED', problems: [] }
    const id = crypto.randomUUID()
    await insertCalendarYear(platform, {
      id,
      year,
      documentNo,
      contentHash,
      publishedBy: publisher.accountId,
      publishedAt: platform.clock.now(),
      supersedes,
      days,
    })
    await platform.audit.record({
      actorKind: publisher.kind,
      actorId: publisher.accountId,
      role: actingRole(publisher, 'calendar:publish'),
      origin,
      action: 'CALENDAR_PUBLISHED',
      recordType: 'CalendarYear',
      recordId: id,
      change: { year, documentNo, days: days.length, supersedes },
    })
    return { kind: 'PUBLISHED', id, year }
  })
}

function requireSize(year: number, days: readonly CalendarDay[]): void {
  if (!Number.isInteger(year) || year < 1990 || year > 2199)
    throw badInput('year', 'A year from 1990 to 2199 is needed.')
  if (days.length > mostDays) throw badInput('days', `A year has at most ${mostDays} days.`)
  if (days.some(({ name }) => name.trim() === '' || name.length > 40))
    throw badInput('days', 'Each day has a name of 1 to 40 characters.')
}

const keyOf = ({ day, kind, name }: CalendarDay) => `${day}|${kind}|${name}`

function hashOf(days: readonly CalendarDay[]): string {
  return createHash('sha256').update(days.map(keyOf).toSorted().join('\n')).digest('hex')
}
