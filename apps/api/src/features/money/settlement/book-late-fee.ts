import { fen, subtractFen, sumFen } from '@shebao/kernel'
import { accrueLateFee } from '@shebao/premium'
import type { LateFeeInput } from '@shebao/premium'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { lateFeeFund, negative, receivableOf } from '../ledger/index.ts'
import type { Transfer } from '../ledger/index.ts'
import { lateFeeInput } from './amount-due.ts'
import type { OpenNotice } from './settlement.repository.ts'

export interface AccruedLateFee {
  /** The whole fee up to the day. */
  due: Fen
  /** What of it is not paid. */
  open: Fen
  /** What the ledger does not have of it yet; negative where it has too much. */
  toBook: Fen
}

/** The late fee of a notice up to a day, held against what is booked and what is paid of it. */
export async function accruedLateFee(platform: Platform, notice: OpenNotice, on: string): Promise<AccruedLateFee> {
  return accruedUnder(await lateFeeInput(platform, notice, on), notice)
}

/** The same with the rules at hand. */
export function accruedUnder(
  input: LateFeeInput,
  { lateFee, settled }: Pick<OpenNotice, 'lateFee' | 'settled'>,
): AccruedLateFee {
  const paid = sumFen(settled.map((part) => part.lateFee))
  const { due, increment } = accrueLateFee(input, fen(Number(lateFee)), paid)
  return { due, open: subtractFen(due, paid), toBook: increment }
}

type BookedWith = Pick<Transfer, 'occurredOn' | 'paymentId'> & { key: string }

/** Books late fee of a notice with what makes it due: money, or a write-off. */
export function lateFeeTransfer(notice: OpenNotice, amount: Fen, { key, ...common }: BookedWith): Transfer {
  const of = { period: notice.period, side: 'EMPLOYER' } as const
  return {
    ...common,
    kind: 'LATE_FEE',
    key: `late-fee:${key}:${notice.id}`,
    noticeId: notice.id,
    memo: { number: notice.number },
    entries: [
      { account: receivableOf(notice.employerId), amount, ...of },
      { account: lateFeeFund, amount: negative(amount), ...of },
    ],
  }
}
