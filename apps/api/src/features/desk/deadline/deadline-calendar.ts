import { createHash } from 'node:crypto'
import type { Language } from '@shebao/kernel'
import { notFound } from '../../../access/refusal.ts'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findEmployer } from '../../register/employer/index.ts'
import { listDueItems } from '../home/index.ts'
import type { DueItem } from '../home/index.ts'
import { deadlinePaths, deadlineWords } from './deadline-words.ts'
import { writeCalendar } from './icalendar.ts'
import type { DayEvent } from './icalendar.ts'

export interface CalendarFile {
  text: string
  /** Of what it says, whenever it was written. */
  etag: string
}

/** What the employer has to do and by when, as a calendar program reads it: dates and kinds, no name and no amount. */
export async function writeDeadlines(
  platform: Platform,
  viewer: Viewer | undefined,
  language: Language,
): Promise<CalendarFile> {
  const clerk = requireMay(viewer, 'deadline:read')
  const employer = await findEmployer(platform, clerk.employerId)
  if (!employer) throw notFound('employer')
  const { publicUrl } = platform.environment
  const due = await listDueItems(platform, clerk, employer, { counted: false })
  const events = due.map((item) => eventOf(item, publicUrl, language))
  const calendar = { name: deadlineWords[language].calendar, language, events, writtenAt: platform.clock.now() }
  const content = createHash('sha256')
    .update(JSON.stringify([language, events]))
    .digest('base64url')
  return { text: writeCalendar(calendar), etag: `"${content}"` }
}

/** A bill that falls overdue is the same event, and so is a declaration once it was opened. */
const sameThing = {
  FILE_INSPECTION: 'inspection',
  FIX_RETURNED: 'inspection',
  FIX_MONTHLY: 'monthly',
  FILE_MONTHLY: 'monthly',
  REPORT_UNEMPLOYED: 'unemployed',
  PAY_NOTICE: 'bill',
  OVERDUE_NOTICE: 'bill',
  FILE_PAPER: 'paper',
} as const satisfies Record<DueItem['kind'], string>

/** A year has one inspection and a month several declarations; those who left on several days are reported by several. */
function thingOf(
  what: (typeof sameThing)[DueItem['kind']],
  { concerning, targetId }: { concerning: string; targetId: string | undefined },
): string {
  if (what === 'unemployed') return `${targetId ?? ''}-${concerning}`
  return what === 'bill' || what === 'monthly' ? (targetId ?? concerning) : concerning
}

function eventOf({ kind, dueOn, concerning, targetId }: DueItem, publicUrl: string, language: Language): DayEvent {
  const words = deadlineWords[language]
  const thing = thingOf(sameThing[kind], { concerning, targetId })
  return {
    uid: `${sameThing[kind]}-${thing}@${new URL(publicUrl).hostname}`,
    day: dueOn,
    summary: words.summary[kind](concerning),
    description: words.description(dueOn),
    url: `${publicUrl}${deadlinePaths[kind]}`,
  }
}
