import { fen, maxFen, minFen, period, subtractFen, sumFen, ZERO_FEN } from '@shebao/kernel'
import { allocate } from '@shebao/premium'
import type { Fen } from '@shebao/kernel'
import type { Allocation } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import {
  bankAccount,
  bookTransfers,
  creditOf,
  listShareBalances,
  lockBalance,
  negative,
  receivableOf,
} from '../ledger/index.ts'
import type { Account, Entry, ShareBalance, Transfer } from '../ledger/index.ts'
import { accruedLateFee, lateFeeTransfer } from './book-late-fee.ts'
import { lockOpenNotices } from './settlement.repository.ts'
import { markMonthsPaid } from '../month/index.ts'
import { updateSettledNotices } from '../debt/index.ts'
import type { SettledNotice } from '../debt/index.ts'
import type { OpenNotice } from './settlement.repository.ts'

export interface ReceivedMoney {
  employerId: string
  amount: Fen
  /** Value date: late fees count up to it. */
  valueDate: string
  /** The same key is the same money: booked once. */
  key: string
  paymentId?: string
  /** The one notice it was paid for; without it the oldest debt is settled first (3.5 [PD]). */
  noticeId?: string
  /** Those it may settle, where a proceeding brought it; oldest first among them. */
  noticeIds?: readonly string[]
  /** Where the money waits; the bank account unless it was set aside before. */
  from?: Account
  memo?: Record<string, unknown>
}

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
  return platform.database.transaction(async () => {
    // Notices before accounts: whoever moves money locks in this order.
    const notices = await lockOpenNotices(
      platform,
      money.employerId,
      money.noticeId ? [money.noticeId] : money.noticeIds,
    )
    const booked = await bookTransfers(platform, [
      {
        kind: 'PAYMENT',
        key: `payment:${money.key}`,
        occurredOn: money.valueDate,
        ...(money.noticeId ? { noticeId: money.noticeId } : {}),
        ...(money.paymentId ? { paymentId: money.paymentId } : {}),
        memo: money.memo ?? {},
        entries: [
          { account: money.from ?? bankAccount, amount: money.amount },
          { account: creditOf(money.employerId), amount: negative(money.amount) },
        ],
      },
    ])
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
}

/**
 * Lets the employer's credit settle what it owes, oldest month first: after a difference in its favour, or when a new
 * notice is issued. The same key twice does nothing the second time.
 */
export async function allocateCredit(
  platform: Platform,
  from: { employerId: string; valueDate: string; key: string },
): Promise<AllocatedMoney> {
  return platform.database.transaction(async () => {
    const notices = await lockOpenNotices(platform, from.employerId)
    return spend(platform, from, notices)
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
    const one = await spendOn(platform, notice, shares.get(notice.id) ?? [], credit, from.valueDate)
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

interface SpentOnNotice {
  notice: OpenNotice
  allocation: Allocation
  lateFeeBooked: Fen
  lateFeeLeft: Fen
  principalLeft: Fen
  remaining: Fen
}

/** The late fee of the value date becomes due with the money; then the order of 3.5 decides what the money clears. */
async function spendOn(
  platform: Platform,
  notice: OpenNotice,
  shares: readonly ShareBalance[],
  credit: Fen,
  valueDate: string,
): Promise<SpentOnNotice> {
  const fee = await accruedLateFee(platform, notice, valueDate)
  const premiums = shares.flatMap(({ insurance, side, outstanding }) =>
    insurance === null ? [] : [{ insurance, side, outstanding }],
  )
  const allocation = allocate([{ period: period(notice.period), shares: premiums, lateFee: fee.open }], credit)
  const paid = (ofFee: boolean) =>
    sumFen(allocation.parts.filter(({ kind }) => (kind === 'LATE_FEE') === ofFee).map(({ amount }) => amount))
  return {
    notice,
    allocation,
    lateFeeBooked: fee.toBook,
    lateFeeLeft: subtractFen(fee.open, paid(true)),
    principalLeft: subtractFen(sumFen(premiums.map(({ outstanding }) => outstanding)), paid(false)),
    remaining: minFen(credit, allocation.remaining),
  }
}

function transfersOf(
  from: Pick<ReceivedMoney, 'employerId' | 'valueDate' | 'key' | 'paymentId'>,
  { notice, allocation, lateFeeBooked }: SpentOnNotice,
): Transfer[] {
  const receivable = receivableOf(notice.employerId)
  const common = {
    occurredOn: from.valueDate,
    ...(from.paymentId ? { paymentId: from.paymentId } : {}),
  }
  const cleared = allocation.parts.map((part): Entry => ({
    account: receivable,
    amount: negative(part.amount),
    period: notice.period,
    ...(part.kind === 'LATE_FEE' ? { side: 'EMPLOYER' as const } : { side: part.kind, insurance: part.insurance }),
  }))
  return [
    lateFeeTransfer(notice, lateFeeBooked, { ...common, key: from.key }),
    {
      ...common,
      kind: 'ALLOCATION',
      key: `allocation:${from.key}:${notice.id}`,
      noticeId: notice.id,
      memo: { number: notice.number },
      entries: [
        { account: creditOf(notice.employerId), amount: allocation.allocated, period: notice.period },
        ...cleared,
      ],
    },
  ]
}

function settledNotice(
  { notice, lateFeeBooked, lateFeeLeft, principalLeft }: SpentOnNotice,
  postedOn: string,
): SettledNotice {
  const done = principalLeft === 0 && lateFeeLeft === 0
  return {
    id: notice.id,
    status: done ? 'POSTED' : 'PARTIALLY_PAID',
    postedOn: done ? postedOn : null,
    lateFee: notice.lateFee + BigInt(lateFeeBooked),
  }
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
