import { fen } from '@shebao/premium'
import type { Fen } from '@shebao/premium'
import type { Platform } from '../../platform/platform.ts'

export interface NoticeOfUnit {
  id: string
  number: string
  period: string
  status: string
  total: Fen
  dueOn: string
}

/** Notices of the unit's year and everything older that is still open: bounded by one notice a month. */
export async function listNotices({ database }: Platform, employerId: string, year: number): Promise<NoticeOfUnit[]> {
  const rows = await database.prisma.paymentNotice.findMany({
    where: {
      employerId,
      OR: [{ period: { startsWith: `${year}-` } }, { status: { in: ['UNPAID', 'SENT_TO_BANK', 'FAILED'] } }],
    },
    orderBy: { period: 'asc' },
    select: { id: true, number: true, period: true, status: true, total: true, dueOn: true },
  })
  return rows.map((row) => ({ ...row, total: fen(Number(row.total)) }))
}
