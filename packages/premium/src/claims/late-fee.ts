import { addMonthsFirstDay, civilDate, dateFromDayNumber, dayNumber, fen, isFen, PPM, ZERO_FEN } from '@shebao/kernel'
import type { CivilDate, Fen } from '@shebao/kernel'
import type { LATE_FEE_CAPS, LATE_FEE_RULES } from '../parameters/parameter-range.ts'

export type LateFeeRule = (typeof LATE_FEE_RULES)[number]
export type LateFeeCap = (typeof LATE_FEE_CAPS)[number]

/** A daily rate and the first day it counts for. */
export type DailyRate = { readonly from: CivilDate; readonly ppm: number }

/**
 * 0.05 % a day since the Social Insurance Law (SIL 86, in force 2011-07-01); 0.2 % on earlier days, as R259 13 still
 * prints. Each day counts at the rate in force on it.
 */
export const LATE_FEE_DAILY_RATES: readonly DailyRate[] = [
  { from: civilDate('0001-01-01'), ppm: 2000 },
  { from: civilDate('2011-07-01'), ppm: 500 },
]

export type LateFeePause = {
  readonly from: CivilDate
  readonly to: CivilDate
  /** The number of the decision that waives these days; nothing of a deferral. */
  readonly waiver?: string
}

export type LateFeeInput = {
  readonly principal: Fen
  /** Last day on which paying is not late. */
  readonly due: CivilDate
  /** Part payments of the principal, in any order; a payment lowers the principal from the next day. */
  readonly partPayments?: readonly { readonly on: CivilDate; readonly amount: Fen }[]
  /** The day the rest is paid, or for SETTLED_MONTH the day the bill is generated, or simply "until today". */
  readonly until: CivilDate
  /**
   * DUE_DATE [PD]: from the day after the due date to the payment date, both included. SETTLED_MONTH (a published local
   * rule): from the first day of the month after the settled month (the month of `due`) to the day before the bill.
   */
  readonly rule?: LateFeeRule
  /** PRINCIPAL: the fee never exceeds the principal (ACL 45; disputed, so NONE by default [PD]). */
  readonly cap?: LateFeeCap
  /** Days without fee, first and last included: of a deferral agreement (M13), or waived by the decision of this number. */
  readonly pauses?: readonly LateFeePause[]
  readonly rates?: readonly DailyRate[]
}

/** A stretch of days with one principal and one rate. */
export type LateFeeSegment = {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly days: number
  readonly principal: Fen
  readonly dailyRatePpm: number
  /** What this stretch adds; the parts always sum to the fee. */
  readonly fee: Fen
}

export type LateFee = {
  readonly days: number
  readonly fee: Fen
  readonly capped: boolean
  readonly segments: readonly LateFeeSegment[]
}

export type LateFeeProblem =
  | 'PRINCIPAL_OUT_OF_RANGE'
  | 'PAYMENT_OUT_OF_RANGE'
  | 'OVERPAID'
  | 'PAUSE_REVERSED'
  | 'BOOKED_OUT_OF_RANGE'

export class LateFeeError extends RangeError {
  override readonly name = 'LateFeeError'
  readonly code: LateFeeProblem
  constructor(code: LateFeeProblem, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * The late fee of one debt: simple, never compounding, rounded half-up once for the whole debt. Each segment's fee is the
 * growth of that rounded sum, so splitting a period, at a part payment or anywhere else, never changes the total.
 */
export function lateFee(input: LateFeeInput): LateFee {
  checkAmounts(input)
  const { first, last } = lateDays(input)
  const segments: LateFeeSegment[] = []
  let exact = 0n // fen × ppm × days
  let charged: Fen = ZERO_FEN
  let capped = false
  for (const stretch of stretches(input, first, last)) {
    exact += BigInt(stretch.principal) * BigInt(stretch.days) * BigInt(stretch.dailyRatePpm)
    const rounded = fen(Number((exact + BigInt(PPM / 2)) / BigInt(PPM)))
    capped = input.cap === 'PRINCIPAL' && rounded > input.principal
    const upToNow = capped ? input.principal : rounded
    segments.push({ ...stretch, fee: fen(upToNow - charged) })
    charged = upToNow
  }
  const days = segments.reduce((sum, segment) => sum + segment.days, 0)
  return { days, fee: charged, capped, segments }
}

/** First and last day that count, as day numbers; last < first when nothing is late. */
function lateDays(input: LateFeeInput): { first: number; last: number } {
  if (input.rule === 'SETTLED_MONTH') {
    return { first: dayNumber(addMonthsFirstDay(input.due, 1)), last: dayNumber(input.until) - 1 }
  }
  return { first: dayNumber(input.due) + 1, last: dayNumber(input.until) }
}

type Stretch = Omit<LateFeeSegment, 'fee'>

function stretches(input: LateFeeInput, first: number, last: number): Stretch[] {
  const rates = (input.rates ?? LATE_FEE_DAILY_RATES).toSorted((a, b) => dayNumber(a.from) - dayNumber(b.from))
  const payments = input.partPayments ?? []
  const pauses = (input.pauses ?? []).map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }))
  // Days on which something changes: the principal, the rate, or whether days count at all.
  const changes = new Set<number>([first])
  for (const { on } of payments) changes.add(dayNumber(on) + 1)
  for (const { from } of rates) changes.add(dayNumber(from))
  for (const { from, to } of pauses) changes.add(from).add(to + 1)
  const starts = [...changes].filter((day) => day >= first && day <= last).toSorted((a, b) => a - b)

  return starts.flatMap((start, index) => {
    const end = (starts[index + 1] ?? last + 1) - 1
    const paid = payments.reduce((sum, { on, amount }) => (dayNumber(on) < start ? sum + amount : sum), 0)
    const principal = fen(input.principal - paid)
    const paused = pauses.some(({ from, to }) => from <= start && start <= to)
    if (paused || principal === 0) return []
    const dailyRatePpm = rates.findLast(({ from }) => dayNumber(from) <= start)?.ppm ?? 0
    const days = end - start + 1
    return [{ from: dateFromDayNumber(start), to: dateFromDayNumber(end), days, principal, dailyRatePpm }]
  })
}

function checkAmounts(input: LateFeeInput): void {
  if (!isFen(input.principal) || input.principal < 0) {
    throw new LateFeeError('PRINCIPAL_OUT_OF_RANGE', `principal out of range: ${input.principal}`)
  }
  let paid = 0
  for (const { amount } of input.partPayments ?? []) {
    if (!isFen(amount) || amount < 0) throw new LateFeeError('PAYMENT_OUT_OF_RANGE', `payment out of range: ${amount}`)
    paid += amount
  }
  if (paid > input.principal)
    throw new LateFeeError('OVERPAID', `payments ${paid} exceed the principal ${input.principal}`)
  for (const { from, to } of input.pauses ?? []) {
    if (to < from) throw new LateFeeError('PAUSE_REVERSED', `a pause ends on ${to}, before it begins on ${from}`)
  }
}
