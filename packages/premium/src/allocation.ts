import { fen, isFen, ZERO_FEN } from './fen.ts'
import type { Fen } from './fen.ts'
import { INSURANCE_CODES } from './insurance.ts'
import type { Insurance, Side } from './insurance.ts'
import type { Period } from './period.ts'

/** What one period still owes. Fines are not here: they never draw on premium payments (3.5). */
export type PeriodDebt = {
  readonly period: Period
  readonly shares: readonly { readonly insurance: Insurance; readonly side: Side; readonly outstanding: Fen }[]
  readonly lateFee: Fen
}

export type AllocationPart =
  | {
      readonly period: Period
      readonly kind: Side
      readonly insurance: Insurance
      readonly amount: Fen
      readonly cleared: boolean
    }
  | { readonly period: Period; readonly kind: 'LATE_FEE'; readonly amount: Fen; readonly cleared: boolean }

export type Allocation = { readonly parts: readonly AllocationPart[]; readonly allocated: Fen; readonly remaining: Fen }

const SIDE_ORDER: Readonly<Record<Side, number>> = { PERSONAL: 0, EMPLOYER: 1 }

/**
 * Spreads a payment [PD]: oldest period first; within it the personal share, the employer share, then the late fee;
 * within a share in code order. What no debt takes comes back as `remaining`.
 */
export function allocate(debts: readonly PeriodDebt[], payment: Fen): Allocation {
  if (!isFen(payment) || payment < 0) throw new RangeError(`payment out of range: ${payment}`)
  let remaining: Fen = payment
  const parts: AllocationPart[] = []
  const take = (outstanding: Fen): Fen => {
    if (!isFen(outstanding) || outstanding < 0) throw new RangeError(`debt out of range: ${outstanding}`)
    const amount = outstanding < remaining ? outstanding : remaining
    remaining = fen(remaining - amount)
    return amount
  }
  for (const debt of debts.toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))) {
    for (const { insurance, side, outstanding } of inOrder(debt.shares)) {
      const amount = take(outstanding)
      if (amount > 0)
        parts.push({ period: debt.period, kind: side, insurance, amount, cleared: amount === outstanding })
    }
    const fee = take(debt.lateFee)
    if (fee > 0) parts.push({ period: debt.period, kind: 'LATE_FEE', amount: fee, cleared: fee === debt.lateFee })
  }
  return { parts, allocated: fen(payment - remaining), remaining }
}

function inOrder(shares: PeriodDebt['shares']): PeriodDebt['shares'] {
  return shares.toSorted(
    (a, b) => SIDE_ORDER[a.side] - SIDE_ORDER[b.side] || INSURANCE_CODES[a.insurance] - INSURANCE_CODES[b.insurance],
  )
}

/** How much of one payment went to each kind of debt. */
export function allocationTotals(allocation: Allocation): Readonly<Record<AllocationPart['kind'], Fen>> {
  const totals = { PERSONAL: ZERO_FEN, EMPLOYER: ZERO_FEN, LATE_FEE: ZERO_FEN }
  for (const { kind, amount } of allocation.parts) totals[kind] = fen(totals[kind] + amount)
  return totals
}
