import { totalOf } from './enforcement-guards.ts'
import type { EnforcementFacts } from './enforcement-guards.ts'
import type { Standing } from './standing.ts'

/**
 * A payment changes every amount of what runs: the order keeps its term, the demand is issued anew and its term begins with its
 * service (ACL 35), a notice that a bank has not acted on says the lower amount.
 */
export function reissued({ state, standing, due, today }: EnforcementFacts): Partial<Standing> {
  const { order, demand, decision, bankNotice } = standing
  const rest = totalOf(due)
  if (state === 'ORDERED' && order) return { order: { ...order, amount: rest, settled: due.settled } }
  if (state === 'DEMANDED' && demand)
    return { demand: { on: today, amount: rest, settled: due.settled, termDays: demand.termDays } }
  if (state === 'ALLOCATION_DECIDED' && decision)
    return {
      decision: { ...decision, amount: Math.min(decision.amount, rest) },
      ...(bankNotice ? { bankNotice: { ...bankNotice, amount: Math.min(bankNotice.amount, rest) } } : {}),
    }
  return {}
}
