import { allocate } from './allocation.ts'
import type { AllocationPart, PeriodDebt } from './allocation.ts'
import { explain, explainSum } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { subtractFen } from './fen.ts'
import type { Fen } from './fen.ts'
import type { Period } from './period.ts'

/**
 * Where a payment went and why: period by period in the order of 3.5, each debt either cleared or given what was left.
 * Periods the money did not reach are not in it; what no debt took stands at the end.
 */
export function explainAllocation(debts: readonly PeriodDebt[], payment: Fen): Explanation {
  const { parts, remaining } = allocate(debts, payment)
  const periods: { period: Period; nodes: Explanation[] }[] = []
  let left = payment
  for (const part of parts) {
    const node = explainPart(part, owedBefore(debts, part), left)
    left = subtractFen(left, part.amount)
    const last = periods.at(-1)
    if (last?.period === part.period) last.nodes.push(node)
    else periods.push({ period: part.period, nodes: [node] })
  }
  const used = periods.map(({ period, nodes }) => explainSum('ALLOCATED_TO_PERIOD', nodes, { params: { period } }))
  const rest = remaining === 0 ? [] : [explain('NOT_ALLOCATED', 'BOOKED', 'FEN', remaining)]
  return explain('PAYMENT', 'ALLOCATION_ORDER', 'FEN', payment, { inputs: [...used, ...rest] })
}

function explainPart(part: AllocationPart, owed: Fen, left: Fen): Explanation {
  const debt = explain('DEBT', 'BOOKED', 'FEN', owed)
  const inputs = part.cleared ? [debt] : [debt, explain('LEFT_OF_PAYMENT', 'BOOKED', 'FEN', left)]
  const rule = part.cleared ? 'TAKES_WHOLE' : 'TAKES_REST'
  return part.kind === 'LATE_FEE'
    ? explain('ALLOCATED_LATE_FEE', rule, 'FEN', part.amount, { articles: [{ law: 'SIL', article: 86 }], inputs })
    : explain('ALLOCATED_SHARE', rule, 'FEN', part.amount, {
        params: { insurance: part.insurance, side: part.kind },
        inputs,
      })
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
