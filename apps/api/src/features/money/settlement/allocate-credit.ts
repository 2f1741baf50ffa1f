import { fen, maxFen, ZERO_FEN } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Allocation } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { tell } from '../../../telling/tell.ts'
import { bookTransfers, creditOf, listShareBalances, lockBalance } from '../ledger/index.ts'
import { accruedLateFee } from './book-late-fee.ts'
import { lockOpenNotices } from './settlement.repository.ts'
import { markMonthsPaid } from '../month/index.ts'
import { updateSettledNotices } from '../debt/index.ts'
import type { OpenNotice } from './settlement.repository.ts'
import type { ReceivedMoney } from './received-money.ts'
import { receiptTransfer, settledNotice, settleNotice, transfersOf } from './settle-notice.ts'
import type { SpentOnNotice } from './settle-notice.ts'

export interface NoticeAllocation {
  noticeId: string
  number: string
  period: string
  allocation: Allocation
  /** Late fee that this money made due, booked with it. */
  lateFeeBooked: Fen
  settled: boolean
}

export interface AllocatedMoney {
  /** False when this money was booked before: nothing was changed. */
  booked: boolean
  notices: NoticeAllocation[]
  /** What no debt took; it stays to the employer's credit. */
  remaining: Fen
}

/** Books money that arrived and allocates it, in one transaction: all of it or nothing. */
export async function receiveMoney(platform: Platform, money: ReceivedMoney): Promise<AllocatedMoney> {
  return asOffice('MONEY_BOOK', async () => {
    return platform.database.transaction(async () => {
      // Notices before accounts: whoever moves money locks in this order.
      const notices = await lockOpenNotices(
        platform,
        money.employerId,
        money.noticeId ? [money.noticeId] : money.noticeIds,
      )
      const booked = await bookTransfers(platform, [receiptTransfer(money)])
      if (booked === 0) return { booked: false, notices: [], remaining: ZERO_FEN }
      await tell(platform, [
        {
          kind: 'PAYMENT_RECEIVED',
          to: { employerId: money.employerId },
          key: `payment:${money.key}`,
          params: { amount: money.amount, valueDate: money.valueDate },
        },
      ])
      return spend(platform, money, notices)
    })
  })
}

/**
 * Lets the employer's credit settle what it owes, oldest month first: after a difference in its favour, or when a new
 * notice is issued. The same key twice does nothing the second time.
 */
export async function allocateCredit(
  platform: Platform,
  from: { employerId: string; valueDate: string; key: string },
): Promise<AllocatedMoney> {
  return asOffice('MONEY_BOOK', async () => {
    return platform.database.transaction(async () => {
      const notices = await lockOpenNotices(platform, from.employerId)
      return spend(platform, from, notices)
    })
  })
}

async function spend(
  platform: Platform,
  from: Pick<ReceivedMoney, 'employerId' | 'valueDate' | 'key' | 'paymentId'>,
  notices: readonly OpenNotice[],
): Promise<AllocatedMoney> {
  let credit = fen(-Number(await lockBalance(platform, creditOf(from.employerId).code)))
  if (credit <= 0 || notices.length === 0) return { booked: true, notices: [], remaining: maxFen(ZERO_FEN, credit) }
  const shares = Map.groupBy(
    await listShareBalances(
      platform,
      notices.map(({ id }) => id),
    ),
    ({ noticeId }) => noticeId,
  )
  const spent: SpentOnNotice[] = []
  for (const notice of notices) {
    if (credit <= 0) break
    const fee = await accruedLateFee(platform, notice, from.valueDate)
    const one = settleNotice(notice, shares.get(notice.id) ?? [], fee, credit)
    credit = one.remaining
    spent.push(one)
  }
  await bookTransfers(
    platform,
    spent.flatMap((one) => transfersOf(from, one)),
  )
  const postedOn = platform.clock.today()
  await updateSettledNotices(
    platform,
    spent.map((one) => settledNotice(one, postedOn)),
  )
  await markMonthsPaid(
    platform,
    spent.filter(({ principalLeft }) => principalLeft === 0).map(({ notice }) => notice.id),
    postedOn,
  )
  return { booked: true, notices: spent.map(noticeAllocation), remaining: credit }
}

function noticeAllocation({
  notice,
  allocation,
  lateFeeBooked,
  lateFeeLeft,
  principalLeft,
}: SpentOnNotice): NoticeAllocation {
  return {
    noticeId: notice.id,
    number: notice.number,
    period: notice.period,
    allocation,
    lateFeeBooked,
    settled: principalLeft === 0 && lateFeeLeft === 0,
  }
}
