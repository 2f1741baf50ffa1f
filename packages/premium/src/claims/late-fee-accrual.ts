import { isFen, maxFen, subtractFen, ZERO_FEN } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { lateFee, LateFeeError } from './late-fee.ts'
import type { LateFee, LateFeeInput } from './late-fee.ts'

export type LateFeeAccrual = {
  /** The whole fee of the debt up to `until`, as if nothing had been booked yet. */
  readonly lateFee: LateFee
  /** What of it is owed and paid together: never less than what was paid of it. */
  readonly due: Fen
  /**
   * What remains to be booked now. Negative when payments became known late with an earlier value date: the fee booked
   * before was too much, and the difference is taken back by an entry of its own.
   */
  readonly increment: Fen
}

/**
 * The late fee a ledger still has to book for one debt on a day (`until`), when `booked` was accrued before. Each booking
 * is the whole fee up to its day less what is booked already, so booking often, seldom or only at the end comes to the
 * same fen: nothing is rounded twice. `partPayments` are the payments of principal known now, by value date; a payment
 * lowers the principal from the next day, so the fee of its own day is accrued first. `settled` is what was paid of the fee.
 */
export function accrueLateFee(input: LateFeeInput, booked: Fen, settled: Fen = ZERO_FEN): LateFeeAccrual {
  if (!isFen(booked) || booked < 0) throw new LateFeeError('BOOKED_OUT_OF_RANGE', `booked fee out of range: ${booked}`)
  const whole = lateFee(input)
  const due = maxFen(whole.fee, settled)
  return { lateFee: whole, due, increment: subtractFen(due, booked) }
}
