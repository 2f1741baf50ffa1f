import type { Payment, PaymentNotice, PaymentNoticeLine } from '@shebao/prisma/client'
import type { Platform } from '../../platform/platform.ts'

export type NoticeRow = PaymentNotice & { employerName: string; region: string }
export type NoticeLineRow = PaymentNoticeLine
export type PaymentOfNotice = Payment

const withEmployer = { employer: { select: { name: true, region: true } } } as const

function flat<N extends PaymentNotice & { employer: { name: string; region: string } }>({
  employer,
  ...notice
}: N): NoticeRow {
  return { ...notice, employerName: employer.name, region: employer.region }
}

export async function findNotice({ database }: Platform, id: string): Promise<NoticeRow | undefined> {
  const found = await database.prisma.paymentNotice.findUnique({ where: { id }, include: withEmployer })
  return found ? flat(found) : undefined
}

/** Newest month first. An employer has one notice a month, so the month alone is the key of a page. */
export async function listNotices(
  { database }: Platform,
  employerId: string,
  page: { beforePeriod: string | undefined; unpaidOnly: boolean; limit: number },
): Promise<NoticeRow[]> {
  const rows = await database.prisma.paymentNotice.findMany({
    where: {
      employerId,
      ...(page.beforePeriod ? { period: { lt: page.beforePeriod } } : {}),
      ...(page.unpaidOnly ? { postedOn: null } : {}),
    },
    include: withEmployer,
    orderBy: { period: 'desc' },
    take: page.limit,
  })
  return rows.map(flat)
}

export function listLines({ database }: Platform, noticeId: string): Promise<NoticeLineRow[]> {
  return database.prisma.paymentNoticeLine.findMany({ where: { noticeId } })
}

export function listPayments({ database }: Platform, noticeId: string): Promise<PaymentOfNotice[]> {
  return database.prisma.payment.findMany({ where: { noticeId }, orderBy: { id: 'asc' }, take: 100 })
}

export interface LineGroup {
  base: bigint
  employer: bigint
  personal: bigint
  people: number
}

const columnsOf = {
  PENSION: ['pension_base', 'pension_employer', 'pension_personal'],
  MEDICAL: ['medical_base', 'medical_employer', 'medical_personal'],
  UNEMPLOYMENT: ['unemployment_base', 'unemployment_employer', 'unemployment_personal'],
  WORK_INJURY: ['work_injury_base', 'work_injury_employer', '0::bigint'],
  MATERNITY: ['maternity_base', 'maternity_employer', '0::bigint'],
} as const
export type ColumnInsurance = keyof typeof columnsOf

/** The people of a line by what each of them costs, the largest groups first. */
export function listLineGroups(
  { database }: Platform,
  noticeId: string,
  insurance: ColumnInsurance,
  limit: number,
): Promise<LineGroup[]> {
  const [base, employer, personal] = columnsOf[insurance]
  return database.query<LineGroup>(
    {
      name: `billing-line-groups-${insurance}`,
      text: `SELECT ${base} AS base, ${employer} AS employer, ${personal} AS personal, count(*)::int AS people
      FROM premium_payment WHERE notice_id = $1 AND ${base} > 0 GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1 LIMIT $2`,
    },
    [noticeId, limit],
  )
}
