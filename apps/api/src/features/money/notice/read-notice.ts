import { noteRead } from '../../../access/note-read.ts'
import type { ReadFrom } from '../../../access/note-read.ts'
import { may, requireRow } from '../../../access/permissions.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { amountDue } from '../settlement/index.ts'
import type { AmountDue } from '../settlement/index.ts'
import { findNotice, listNotices, listNoticesOfRange, listNoticesOfYear } from './notice.repository.ts'
import type { NoticeLineRow, NoticeRow } from './notice.repository.ts'
import { listNoticePeople } from '../month/index.ts'
import type { NoticePersonRow, PremiumMonth } from '../month/index.ts'

/** A notice its employer or the staff may see; for anyone else it does not exist. */
export async function readNotice(platform: Platform, viewer: Viewer, id: string): Promise<NoticeRow> {
  const notice = isUuid(id) ? await findNotice(platform, id) : undefined
  return requireRow(viewer, 'notice:read', notice, 'payment notice')
}

export async function readNotices(
  platform: Platform,
  viewer: Viewer,
  employerId: string,
  args: KeysetArgs & { unpaidOnly?: boolean | null | undefined },
): Promise<NoticeRow[]> {
  if (!may(viewer, 'notice:read', { employerId })) throw notFound('employer')
  const [period, number] = decodeCursor(args, 2) ?? []
  return listNotices(platform, employerId, {
    before: typeof period === 'string' && typeof number === 'string' ? { period, number } : undefined,
    unpaidOnly: args.unpaidOnly ?? false,
    limit: pageSize(args) + 1,
  })
}

/** The unit's notices of a year and whatever is still open from before, each with what it costs today; oldest first. */
export async function readNoticesOfYear(
  platform: Platform,
  employerId: string,
  year: number,
): Promise<(NoticeRow & { due: AmountDue })[]> {
  const today = platform.clock.today()
  const notices = await listNoticesOfYear(platform, employerId, year)
  return Promise.all(notices.map(async (notice) => ({ ...notice, due: await amountDue(platform, notice, today) })))
}

/** The unit's notices of a range of months and whatever else is open, with lines and what each costs today; oldest first. */
export async function readNoticesOfRange(
  platform: Platform,
  employerId: string,
  range: { from: string; to: string },
): Promise<(NoticeRow & { lines: NoticeLineRow[]; due: AmountDue })[]> {
  const today = platform.clock.today()
  const notices = await listNoticesOfRange(platform, employerId, range)
  return Promise.all(notices.map(async (notice) => ({ ...notice, due: await amountDue(platform, notice, today) })))
}

export interface NoticePerson {
  id: string
  name: string
  idMasked: string
  month: PremiumMonth
}

/** Everyone on a notice, which is noted. The employer sees its own people's names, staff see them masked. */
export async function readNoticePeople(
  platform: Platform,
  viewer: Viewer,
  notice: NoticeRow,
  args: KeysetArgs,
  from: ReadFrom,
): Promise<NoticePerson[]> {
  if (!may(viewer, 'notice:read', notice)) throw notFound('payment notice')
  const [after] = decodeCursor(args, 1) ?? []
  const subject = { action: 'READ_NOTICE_PEOPLE', recordType: 'PaymentNotice', recordId: notice.id } as const
  await noteRead(platform, viewer, 'notice:read', subject, from)
  const rows = await listNoticePeople(
    platform,
    notice.id,
    typeof after === 'string' && isUuid(after) ? after : undefined,
    pageSize(args) + 1,
  )
  return rows.map((row) => ({
    id: row.individualId,
    name: nameFor(platform, viewer, row),
    idMasked: row.idMasked,
    month: row,
  }))
}

function nameFor(platform: Platform, viewer: Viewer, row: NoticePersonRow): string {
  if (viewer.kind !== 'EMPLOYER') return row.nameMasked
  return platform.vault.open<{ name: string }>(row.personal).name
}
