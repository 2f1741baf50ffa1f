import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { overdueDays, readNoticesOfYear } from '../../money/notice/index.ts'
import type { EmployerRow } from '../../register/employer/index.ts'

export const monthStates = ['PAID', 'IN_PROGRESS', 'DUE', 'OVERDUE', 'WRITTEN_OFF', 'NOT_BILLED', 'AHEAD'] as const
export type MonthState = (typeof monthStates)[number]

export interface MonthAtAGlance {
  period: string
  state: MonthState
  total?: Fen
  noticeId?: string
}

/** Twelve months of a year, each with its ordinary notice; differences stand in the list of bills. */
export async function yearAtAGlance(
  platform: Platform,
  employer: EmployerRow,
  year: number,
): Promise<MonthAtAGlance[]> {
  const today = platform.clock.today()
  const notices = await readNoticesOfYear(platform, employer.id, year)
  const byPeriod = new Map(
    notices.filter(({ kind }) => kind === 'NORMAL' || kind === 'DEEMED').map((notice) => [notice.period, notice]),
  )
  return Array.from({ length: 12 }, (_, index) => {
    const period = `${year}-${String(index + 1).padStart(2, '0')}`
    const notice = byPeriod.get(period)
    if (!notice) return { period, state: period > today.slice(0, 7) ? 'AHEAD' : 'NOT_BILLED' }
    return { period, state: stateOf(notice, today), total: notice.due.total, noticeId: notice.id }
  })
}

function stateOf(notice: Parameters<typeof overdueDays>[0], today: string): MonthState {
  const { status } = notice
  if (status === 'POSTED' || status === 'RECONCILED') return 'PAID'
  if (status === 'WRITTEN_OFF') return 'WRITTEN_OFF'
  if (overdueDays(notice, today) > 0) return 'OVERDUE'
  return status === 'SENT_TO_BANK' ? 'IN_PROGRESS' : 'DUE'
}
