import { minFen, period, subtractFen, sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { allocate } from '@shebao/premium'
import type { Allocation } from '@shebao/premium'
import { bankAccount, creditOf, negative, receivableOf } from '../ledger/index.ts'
import type { Entry, ShareBalance, Transfer } from '../ledger/index.ts'
import type { SettledNotice } from '../debt/index.ts'
import { lateFeeTransfer } from './book-late-fee.ts'
import type { AccruedLateFee } from './book-late-fee.ts'
import type { ReceivedMoney } from './received-money.ts'
import type { OpenNotice } from './settlement.repository.ts'

// What money does to one notice, without a database: the same under the office's locks and in the simulation.

export interface SpentOnNotice {
  notice: OpenNotice
  allocation: Allocation
  lateFeeBooked: Fen
  lateFeeLeft: Fen
  principalLeft: Fen
  remaining: Fen
}

/** The late fee of the value date becomes due with the money; then the order of 3.5 decides what the money clears. */
export function settleNotice(
  notice: OpenNotice,
  shares: readonly Pick<ShareBalance, 'insurance' | 'side' | 'outstanding'>[],
  fee: AccruedLateFee,
  credit: Fen,
): SpentOnNotice {
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

export function transfersOf(
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

export function settledNotice(
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

/** Money that came in, to the employer's credit. */
export function receiptTransfer(money: ReceivedMoney): Transfer {
  return {
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
  }
}
