import { z } from 'zod'
import { addFen, civilDate, fen, maxFen, period, subtractFen, sumFen, ZERO_FEN } from '@shebao/kernel'
import { amountOf, explainLateFee } from '@shebao/premium'
import type { CivilDate, Fen, Period } from '@shebao/kernel'
import type { Explanation, LateFeeCap, LateFeeInput, LateFeeRule } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import type { SettledPart } from '../ledger/index.ts'
import { findParameters } from '../policy/index.ts'

export interface Debt {
  period: string
  dueOn: string
  postedOn: string | null
  bearsLateFee: boolean
  /** As the notice has them; none where it says nothing. */
  lateFeePauses?: unknown
  employerTotal: bigint
  personalTotal: bigint
  /** As far as it is booked. */
  lateFee: bigint
  region: string
  /** What has lowered the debt so far, by value date; empty while nothing came. */
  settled: readonly Pick<SettledPart, 'on' | 'principal' | 'lateFee'>[]
}

export interface AmountDue {
  /** Premiums of the notice, whatever has been paid of them. */
  principal: Fen
  /** Accrued up to the day, whatever has been paid of it. */
  lateFee: Fen
  /** What was paid or written off so far, of premiums and late fee together. */
  settled: Fen
  /** What it costs to settle the notice on the day; for a settled notice what it cost in the end. */
  total: Fen
}

/**
 * What a notice costs on a day. The late fee of an unpaid notice is computed for the day someone looks or pays; it enters
 * the notice and the ledger when money is allocated.
 */
export async function amountDue(platform: Platform, debt: Debt, on: string): Promise<AmountDue> {
  const principal = principalOf(debt)
  const settled = sumFen(debt.settled.flatMap((part) => [part.principal, part.lateFee]))
  if (debt.postedOn !== null) {
    const lateFee = fen(Number(debt.lateFee))
    return { principal, lateFee, settled, total: addFen(principal, lateFee) }
  }
  const lateFee = amountOf(await explainLateFeeOf(platform, debt, on))
  return { principal, lateFee, settled, total: maxFen(ZERO_FEN, subtractFen(addFen(principal, lateFee), settled)) }
}

export async function explainLateFeeOf(platform: Platform, debt: Debt, on: string): Promise<Explanation> {
  return explainLateFee(await lateFeeInput(platform, debt, on))
}

/** Part payments lower the principal from the day after their value date (domain specification, section 3.4). */
export async function lateFeeInput(platform: Platform, debt: Debt, on: string): Promise<LateFeeInput> {
  return lateFeeInputUnder(await lateFeeRules(platform, debt.region, period(debt.period)), debt, on)
}

/** The same with the region's rules at hand. */
export function lateFeeInputUnder(
  rules: { rule: LateFeeRule; cap: LateFeeCap },
  debt: Omit<Debt, 'region' | 'period' | 'lateFee'>,
  on: string,
): LateFeeInput {
  const until = civilDate(debt.postedOn ?? on)
  const due = civilDate(debt.dueOn)
  return {
    principal: principalOf(debt),
    due,
    // A difference that was published late bears no late fee [PD] (2.2): no day of it counts.
    until: debt.bearsLateFee ? until : due,
    partPayments: debt.settled
      .filter(({ principal }) => principal > 0)
      .map(({ on: paidOn, principal }) => ({ on: civilDate(paidOn), amount: principal })),
    pauses: pausesOf(debt.lateFeePauses, until),
    ...rules,
  }
}

const pausesSchema = z.array(z.object({ from: z.string(), to: z.string().optional(), waiver: z.string().optional() }))

/**
 * Days on which an agreement on later payment stood bear no late fee (M13), nor do days that were waived; an agreement that stands reaches
 * to the day asked about.
 */
function pausesOf(stored: unknown, until: CivilDate): NonNullable<LateFeeInput['pauses']> {
  return pausesSchema
    .parse(stored ?? [])
    .map(({ from, to, waiver }) => ({
      from: civilDate(from),
      to: civilDate(to ?? until),
      ...(waiver === undefined ? {} : { waiver }),
    }))
    .filter(({ from, to }) => from <= to)
}

/** How a region counts late days of a month, and whether it caps what they come to. */
export async function lateFeeRules(
  platform: Platform,
  region: string,
  month: Period,
): Promise<{ rule: LateFeeRule; cap: LateFeeCap }> {
  const parameter = await findParameters(platform, region, month)
  return {
    rule: parameter('LATE_FEE_RULE') === 'SETTLED_MONTH' ? 'SETTLED_MONTH' : 'DUE_DATE',
    cap: parameter('LATE_FEE_CAP') === 'PRINCIPAL' ? 'PRINCIPAL' : 'NONE',
  }
}

export function principalOf({ employerTotal, personalTotal }: Pick<Debt, 'employerTotal' | 'personalTotal'>): Fen {
  return fen(Number(employerTotal + personalTotal))
}

/** Until when today's amount holds: the due date, or the end of today once that is over. */
export function amountHoldsForSeconds(platform: Platform, dueOn: string): number {
  const today = platform.clock.today()
  const lastDay = dueOn > today ? dueOn : today
  const endOfDay = Date.parse(`${lastDay}T00:00:00+08:00`) + 86_400_000
  const longest = 90 * 86_400
  return Math.min(longest, Math.max(1, Math.floor((endOfDay - platform.clock.now().getTime()) / 1000)))
}
