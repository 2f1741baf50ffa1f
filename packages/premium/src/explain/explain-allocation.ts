import { allocate } from '../claims/allocation.ts'
import type { AllocationPart, PeriodDebt } from '../claims/allocation.ts'
import { amountOf, explain, explainSum } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { subtractFen, sumFen, INSURANCE_CODES } from '@shebao/kernel'
import type { Fen, Insurance, Side, Period } from '@shebao/kernel'

/** What a payment took of one debt; `insurance` null is the late fee. */
export type TakenPart = {
  readonly period: Period
  readonly insurance: Insurance | null
  readonly side: Side
  /** What the debt was before. */
  readonly owed: Fen
  readonly amount: Fen
}

/**
 * Where a payment would go and why: period by period in the order of 3.5, each debt either cleared or given what was left.
 * Periods the money did not reach are not in it; what no debt took stands at the end.
 */
export function explainAllocation(debts: readonly PeriodDebt[], payment: Fen): Explanation {
  const taken = allocate(debts, payment).parts.map((part): TakenPart => ({
    period: part.period,
    insurance: part.kind === 'LATE_FEE' ? null : part.insurance,
    side: part.kind === 'LATE_FEE' ? 'EMPLOYER' : part.kind,
    owed: owedBefore(debts, part),
    amount: part.amount,
  }))
  return explainPayment(payment, taken)
}

/**
 * Where a payment went, from the parts that were booked, in the order of 3.5. Credit from before that settled debts together with
 * it is taken off again; money that no debt took stands at the end.
 */
export function explainPayment(payment: Fen, taken: readonly TakenPart[]): Explanation {
  const periods: { period: Period; nodes: Explanation[] }[] = []
  for (const part of taken.toSorted(byOrder)) {
    const last = periods.at(-1)
    if (last?.period === part.period) last.nodes.push(explainPart(part))
    else periods.push({ period: part.period, nodes: [explainPart(part)] })
  }
  const used = periods.map(({ period, nodes }) => explainSum('ALLOCATED_TO_PERIOD', nodes, { params: { period } }))
  const rest = subtractFen(payment, sumFen(used.map(amountOf)))
  const label = rest < 0 ? 'CREDIT_USED' : 'NOT_ALLOCATED'
  return explain('PAYMENT', 'ALLOCATION_ORDER', 'FEN', payment, {
    inputs: rest === 0 ? used : [...used, explain(label, 'BOOKED', 'FEN', rest)],
  })
}

function byOrder(a: TakenPart, b: TakenPart): number {
  return a.period.localeCompare(b.period) || rank(a) - rank(b)
}

function rank({ insurance, side }: TakenPart): number {
  if (insurance === null) return 2000
  return (side === 'PERSONAL' ? 0 : 1000) + INSURANCE_CODES[insurance]
}

function explainPart({ insurance, side, owed, amount }: TakenPart): Explanation {
  const debt = explain('DEBT', 'BOOKED', 'FEN', owed)
  const cleared = amount === owed
  const inputs = cleared ? [debt] : [debt, explain('LEFT_OF_PAYMENT', 'BOOKED', 'FEN', amount)]
  const rule = cleared ? 'TAKES_WHOLE' : 'TAKES_REST'
  return insurance === null
    ? explain('ALLOCATED_LATE_FEE', rule, 'FEN', amount, { articles: [{ law: 'SIL', article: 86 }], inputs })
    : explain('ALLOCATED_SHARE', rule, 'FEN', amount, { params: { insurance, side }, inputs })
}

/** What the debt was before this payment; a part that cleared it took exactly that. */
function owedBefore(debts: readonly PeriodDebt[], part: AllocationPart): Fen {
  if (part.cleared) return part.amount
  const debt = debts.filter(({ id, period }) => id === part.id && period === part.period)
  const owed = debt.flatMap(({ shares, lateFee }) =>
    part.kind === 'LATE_FEE'
      ? [lateFee]
      : shares.filter((s) => s.side === part.kind && s.insurance === part.insurance).map((s) => s.outstanding),
  )
  // Where two debts cannot be told apart, the one that was not cleared is the larger one.
  return owed.reduce((most, each) => (each > most ? each : most), part.amount)
}
