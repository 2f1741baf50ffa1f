import { sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { bookTransfers, listShareBalances, negative, receivableOf, writtenOff } from '../ledger/index.ts'
import type { Entry } from '../ledger/index.ts'
import { accruedLateFee, lateFeeTransfer, lockOpenNotices } from '../settlement/index.ts'
import { findNotice } from '../notice/index.ts'
import { markWrittenOff } from '../debt/index.ts'

export interface Debt {
  noticeId: string
  employerId: string
  number: string
  overdue: boolean
  dueOn: string
  /** What is owed on the day: premiums not paid, and the late fee up to that day. */
  principal: Fen
  lateFee: Fen
}

/** What a notice still owes today, while it owes anything; held until the transaction ends. */
export async function lockDebt(platform: Platform, noticeId: string): Promise<Debt | undefined> {
  const known = await findNotice(platform, noticeId)
  if (!known) return undefined
  const [notice] = await lockOpenNotices(platform, known.employerId, [noticeId])
  if (!notice) return undefined
  const today = platform.clock.today()
  const fee = await accruedLateFee(platform, notice, today)
  const outstanding = (await listShareBalances(platform, [noticeId])).filter(({ insurance }) => insurance !== null)
  return {
    noticeId,
    employerId: notice.employerId,
    number: notice.number,
    overdue: notice.dueOn < today,
    dueOn: notice.dueOn,
    principal: sumFen(outstanding.map((share) => share.outstanding)),
    lateFee: fee.open,
  }
}

/**
 * Gives up what a notice owes on a document, within the open transaction: the late fee up to today is booked first, then every
 * open share ends against the write-off account. The people's months stay unpaid. Returns what was given up.
 */
export async function writeOffDebt(platform: Platform, input: { noticeId: string; key: string }): Promise<Fen> {
  return platform.database.transaction(async () => {
    const known = await findNotice(platform, input.noticeId)
    const [notice] = known ? await lockOpenNotices(platform, known.employerId, [input.noticeId]) : []
    if (!notice) throw new Error(`Notice ${input.noticeId} owes nothing.`)
    const today = platform.clock.today()
    const fee = await accruedLateFee(platform, notice, today)
    await bookTransfers(platform, [lateFeeTransfer(notice, fee.toBook, { occurredOn: today, key: input.key })])
    const given = (await listShareBalances(platform, [notice.id])).map(({ insurance, side, outstanding }): Entry => ({
      account: receivableOf(notice.employerId),
      amount: negative(outstanding),
      period: notice.period,
      side,
      ...(insurance ? { insurance } : {}),
    }))
    const total = negative(sumFen(given.map(({ amount }) => amount)))
    const done = await bookTransfers(platform, [
      {
        kind: 'WRITE_OFF',
        key: `write-off:${input.key}`,
        occurredOn: today,
        noticeId: notice.id,
        memo: { number: notice.number },
        entries: [{ account: writtenOff, amount: total }, ...given],
      },
    ])
    if (done !== 1) throw new Error(`Notice ${notice.number} was written off already.`)
    await markWrittenOff(platform, notice.id, fee.due)
    return total
  })
}
