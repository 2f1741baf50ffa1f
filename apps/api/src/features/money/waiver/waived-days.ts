import { addDays, civilDate, fen, maxFen, subtractFen, sumFen, ZERO_FEN } from '@shebao/kernel'
import { amountOf } from '@shebao/premium'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { listNoticesOfIds } from '../notice/index.ts'
import type { NoticeRow } from '../notice/index.ts'
import { explainLateFeeOf } from '../settlement/index.ts'
import { longestWaiverDays } from './waiver-codes.ts'
import type { WaiverProblem } from './waiver-case.ts'

export interface WaivedDays {
  employerId: string
  noticeIds: readonly string[]
  fromOn: string
  toOn: string
}

export interface SparedNotice {
  id: string
  number: string
  period: string
  /** The late fee up to today without the waiver, and what of it the waiver spares. What was paid stays paid. */
  lateFee: Fen
  spared: Fen
}

/** What a waiver of these days spares of each bill today. */
export async function sparedBy(platform: Platform, days: WaivedDays, number?: string): Promise<SparedNotice[]> {
  const notices = await listNoticesOfIds(platform, days.noticeIds)
  return Promise.all(notices.map((notice) => sparedOf(platform, notice, days, number)))
}

async function sparedOf(
  platform: Platform,
  notice: NoticeRow,
  { fromOn, toOn }: WaivedDays,
  number: string | undefined,
): Promise<SparedNotice> {
  const kept = Array.isArray(notice.lateFeePauses) ? notice.lateFeePauses : []
  const others = kept.filter((pause) => waiverOf(pause) !== number || number === undefined)
  const paid = sumFen(notice.settled.map((part) => part.lateFee))
  const feeWith = async (lateFeePauses: unknown) =>
    maxFen(paid, amountOf(await explainLateFeeOf(platform, { ...notice, lateFeePauses }, platform.clock.today())))
  const without = await feeWith(others)
  const rest = await feeWith([{ from: fromOn, to: toOn, waiver: number ?? '' }, ...others])
  const { id, number: noticeNumber, period } = notice
  return { id, number: noticeNumber, period, lateFee: without, spared: subtractFen(without, rest) }
}

const waiverOf = (pause: unknown): unknown =>
  typeof pause === 'object' && pause !== null && 'waiver' in pause ? pause.waiver : undefined

/** What stands against waiving these days today, by the register and the ledger. */
export async function lateFeeProblem(platform: Platform, days: WaivedDays): Promise<WaiverProblem | undefined> {
  if (days.toOn > addDays(civilDate(days.fromOn), longestWaiverDays - 1)) return 'LONGEST'
  const notices = await listNoticesOfIds(platform, days.noticeIds)
  const open = notices.filter(
    ({ employerId, postedOn, status }) =>
      employerId === days.employerId && postedOn === null && status !== 'WRITTEN_OFF',
  )
  if (open.length === 0 || open.length < days.noticeIds.length) return 'NOT_OPEN'
  if (open.some(({ status }) => status === 'SENT_TO_BANK')) return 'AT_BANK'
  // Days to come are waived ahead, where what keeps the unit from paying lasts.
  const ahead = days.toOn > platform.clock.today() && open.some(({ bearsLateFee }) => bearsLateFee)
  const spared = sumFen((await sparedBy(platform, days)).map((one) => one.spared))
  return spared > 0 || ahead ? undefined : 'NOTHING_LATE'
}

export const totalSpared = (notices: readonly SparedNotice[]): Fen =>
  notices.length === 0 ? ZERO_FEN : fen(notices.reduce((sum, { spared }) => sum + spared, 0))
