import { addFen, civilDate, explainLateFee, amountOf, fen, period } from '@shebao/premium'
import type { Explanation, Fen, LateFeeCap, LateFeeRule } from '@shebao/premium'
import type { Platform } from '../../platform/platform.ts'
import { findParameter } from '../policy/index.ts'

export interface Debt {
  period: string
  dueOn: string
  postedOn: string | null
  employerTotal: bigint
  personalTotal: bigint
  lateFee: bigint
  region: string
}

export interface AmountDue {
  principal: Fen
  lateFee: Fen
  total: Fen
}

/**
 * What a notice costs on a day. The late fee is not stored while the notice is unpaid: it is computed for the day someone
 * looks or pays, and enters the notice and the ledger when the payment posts, at the amount that was paid.
 */
export async function amountDue(platform: Platform, debt: Debt, on: string): Promise<AmountDue> {
  const principal = fen(Number(debt.employerTotal + debt.personalTotal))
  const late = debt.postedOn === null ? amountOf(await explainLateFeeOf(platform, debt, on)) : fen(Number(debt.lateFee))
  return { principal, lateFee: late, total: addFen(principal, late) }
}

export async function explainLateFeeOf(platform: Platform, debt: Debt, on: string): Promise<Explanation> {
  const month = period(debt.period)
  const rule = await findParameter(platform, debt.region, month, 'LATE_FEE_RULE')
  const cap = await findParameter(platform, debt.region, month, 'LATE_FEE_CAP')
  return explainLateFee({
    principal: fen(Number(debt.employerTotal + debt.personalTotal)),
    due: civilDate(debt.dueOn),
    until: civilDate(debt.postedOn ?? on),
    rule: (rule === 'SETTLED_MONTH' ? 'SETTLED_MONTH' : 'DUE_DATE') satisfies LateFeeRule,
    cap: (cap === 'PRINCIPAL' ? 'PRINCIPAL' : 'NONE') satisfies LateFeeCap,
  })
}

/** Until when today's amount holds: the due date, or the end of today once that is over. */
export function amountHoldsForSeconds(platform: Platform, dueOn: string): number {
  const today = platform.clock.today()
  const lastDay = dueOn > today ? dueOn : today
  const endOfDay = Date.parse(`${lastDay}T00:00:00+08:00`) + 86_400_000
  const longest = 90 * 86_400
  return Math.min(longest, Math.max(1, Math.floor((endOfDay - platform.clock.now().getTime()) / 1000)))
}
