import type { Payment, PaymentNotice, PaymentNoticeLine } from '@shebao/prisma/client'
import { fen, FIVE_INSURANCES } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { listSettledParts } from '../ledger/index.ts'
import type { SettledPart } from '../ledger/index.ts'

/** `settled`: what has lowered it so far, by value date. */
export type NoticeRow = PaymentNotice & { employerName: string; region: string; settled: SettledPart[] }
export type NoticeLineRow = PaymentNoticeLine
export type PaymentOfNotice = Payment

const withEmployer = { employer: { select: { name: true, region: true } } } as const

type NoticeWithEmployer = PaymentNotice & { employer: { name: string; region: string } }

/** One further query for all of them, however many there are. */
async function withSettled(platform: Platform, notices: readonly NoticeWithEmployer[]): Promise<NoticeRow[]> {
  const parts = await listSettledParts(
    platform,
    notices.map(({ id }) => id),
  )
  const byNotice = Map.groupBy(parts, ({ noticeId }) => noticeId)
  return notices.map(({ employer, ...notice }) => ({
    ...notice,
    employerName: employer.name,
    region: employer.region,
    settled: byNotice.get(notice.id) ?? [],
  }))
}

export async function findNotice(platform: Platform, id: string): Promise<NoticeRow | undefined> {
  const found = await platform.database.prisma.paymentNotice.findUnique({ where: { id }, include: withEmployer })
  return found ? (await withSettled(platform, [found]))[0] : undefined
}

/** These, oldest month first; a few at a time. */
export async function listNoticesOfIds(platform: Platform, ids: readonly string[]): Promise<NoticeRow[]> {
  const rows = await platform.database.prisma.paymentNotice.findMany({
    where: { id: { in: [...ids] } },
    include: withEmployer,
    orderBy: [{ period: 'asc' }, { number: 'asc' }],
  })
  return withSettled(platform, rows)
}

/** Whether the notice is paid; held until the transaction ends, so that its payment is not taken back meanwhile. */
export async function holdPaidNotice({ database }: Platform, id: string): Promise<boolean> {
  const [row] = await database.query<{ paid: boolean }>(
    {
      name: 'billing-hold-notice',
      text: 'SELECT posted_on IS NOT NULL AS paid FROM payment_notice WHERE id = $1 FOR SHARE',
    },
    [id],
  )
  return row?.paid === true
}

/** Where a page of notices ended; several notices of one month differ in kind and sequence. */
export interface NoticeKey {
  period: string
  number: string
}

/** Newest month first. */
export async function listNotices(
  platform: Platform,
  employerId: string,
  page: { before: NoticeKey | undefined; unpaidOnly: boolean; limit: number },
): Promise<NoticeRow[]> {
  const { before } = page
  const rows = await platform.database.prisma.paymentNotice.findMany({
    where: {
      employerId,
      ...(before
        ? { OR: [{ period: { lt: before.period } }, { period: before.period, number: { lt: before.number } }] }
        : {}),
      ...(page.unpaidOnly ? { postedOn: null, status: { not: 'WRITTEN_OFF' } } : {}),
    },
    include: withEmployer,
    orderBy: [{ period: 'desc' }, { number: 'desc' }],
    take: page.limit,
  })
  return withSettled(platform, rows)
}

/** What the employer still owes, and every notice of the year, oldest first: bounded by a few notices a month. */
export async function listNoticesOfYear(platform: Platform, employerId: string, year: number): Promise<NoticeRow[]> {
  const rows = await platform.database.prisma.paymentNotice.findMany({
    where: {
      employerId,
      OR: [{ period: { startsWith: `${year}-` } }, { postedOn: null, status: { not: 'WRITTEN_OFF' } }],
    },
    include: withEmployer,
    orderBy: [{ period: 'asc' }, { number: 'asc' }],
    take: 1_000,
  })
  return withSettled(platform, rows)
}

/** Every notice of a range of months and whatever else is still open, oldest first; a few a month. */
export async function listNoticesOfRange(
  platform: Platform,
  employerId: string,
  { from, to }: { from: string; to: string },
): Promise<(NoticeRow & { lines: NoticeLineRow[] })[]> {
  const rows = await platform.database.prisma.paymentNotice.findMany({
    where: {
      employerId,
      OR: [{ period: { gte: from, lte: to } }, { postedOn: null, status: { not: 'WRITTEN_OFF' } }],
    },
    include: { ...withEmployer, lines: true },
    orderBy: [{ period: 'asc' }, { number: 'asc' }],
    take: 1_000,
  })
  const lines = new Map(rows.map((row) => [row.id, row.lines]))
  return (await withSettled(platform, rows)).map((notice) => ({ ...notice, lines: lines.get(notice.id) ?? [] }))
}

export function listLines({ database }: Platform, noticeId: string): Promise<NoticeLineRow[]> {
  return database.prisma.paymentNoticeLine.findMany({ where: { noticeId } })
}

/** The last month's own bill of a unit with its lines, whatever has become of it; or the last one before a month. */
export function findLastBill(
  { database }: Platform,
  employerId: string,
  before?: string,
): Promise<(PaymentNotice & { lines: NoticeLineRow[] }) | null> {
  return database.prisma.paymentNotice.findFirst({
    where: {
      employerId,
      kind: { in: ['NORMAL', 'DEEMED'] },
      ...(before === undefined ? {} : { period: { lt: before } }),
    },
    orderBy: [{ period: 'desc' }, { createdAt: 'desc' }],
    include: { lines: true },
  })
}

/** The bill of a unit's month, or what it was deemed to owe. */
export function findMonthNotice(
  { database }: Platform,
  employerId: string,
  period: string,
): Promise<PaymentNotice | null> {
  return database.prisma.paymentNotice.findFirst({
    where: { employerId, period, kind: { in: ['NORMAL', 'DEEMED'] }, sequence: 0 },
    orderBy: { kind: 'desc' },
  })
}

export function listPayments({ database }: Platform, noticeId: string): Promise<PaymentOfNotice[]> {
  return database.prisma.payment.findMany({ where: { noticeId }, orderBy: { id: 'asc' }, take: 100 })
}

/** Every insurance's lines of a run's notices added up; at most five rows. */
export async function listLineSums(
  { database }: Platform,
  runId: string,
): Promise<{ insurance: FiveInsurance; employer: Fen; personal: Fen }[]> {
  const rows = await database.query<{ insurance: FiveInsurance; employer: bigint; personal: bigint }>(
    {
      name: 'billing-line-sums',
      text: `SELECT line.insurance, SUM(line.employer)::bigint AS employer, SUM(line.personal)::bigint AS personal
      FROM payment_notice notice JOIN payment_notice_line line ON line.notice_id = notice.id
      WHERE notice.run_id = $1 GROUP BY line.insurance`,
    },
    [runId],
  )
  return FIVE_INSURANCES.flatMap((insurance) =>
    rows
      .filter((row) => row.insurance === insurance)
      .map(({ employer, personal }) => ({
        insurance,
        employer: fen(Number(employer)),
        personal: fen(Number(personal)),
      })),
  )
}
