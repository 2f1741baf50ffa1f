import { addFen, isFen, minFen, subtractFen, ZERO_FEN, INSURANCE_CODES } from '@shebao/kernel'
import type { Fen, Insurance, Side, Period } from '@shebao/kernel'

/** What one period still owes. Fines are not here: they never draw on premium payments (3.5). */
export type PeriodDebt = {
  /** Which debt, where one period has several (a month and its difference, say); comes back with each part. */
  readonly id?: string
  readonly period: Period
  readonly shares: readonly { readonly insurance: Insurance; readonly side: Side; readonly outstanding: Fen }[]
  readonly lateFee: Fen
}

type PartOf = { readonly id?: string; readonly period: Period; readonly amount: Fen; readonly cleared: boolean }
export type AllocationPart =
  | (PartOf & { readonly kind: Side; readonly insurance: Insurance })
  | (PartOf & { readonly kind: 'LATE_FEE' })

export type Allocation = { readonly parts: readonly AllocationPart[]; readonly allocated: Fen; readonly remaining: Fen }

const KIND_ORDER = { PERSONAL: 0, EMPLOYER: 1, LATE_FEE: 2 } as const

type Item = { readonly debt: PeriodDebt; readonly outstanding: Fen } & (
  | { readonly kind: Side; readonly insurance: Insurance }
  | { readonly kind: 'LATE_FEE' }
)

/**
 * Spreads a payment [PD]: oldest period first; within it the personal share, the employer share, then the late fee;
 * within a share in code order. Several debts of one period are one period: all their personal shares come first. What
 * no debt takes comes back as `remaining`.
 */
export function allocate(debts: readonly PeriodDebt[], payment: Fen): Allocation {
  if (!isFen(payment) || payment < 0) throw new RangeError(`payment out of range: ${payment}`)
  let remaining: Fen = payment
  const parts: AllocationPart[] = []
  for (const item of debts.flatMap(itemsOf).toSorted(byOrder)) {
    const { debt, outstanding } = item
    if (!isFen(outstanding) || outstanding < 0) throw new RangeError(`debt out of range: ${outstanding}`)
    const amount = minFen(outstanding, remaining)
    if (amount === 0) continue
    remaining = subtractFen(remaining, amount)
    const part = { ...(debt.id === undefined ? {} : { id: debt.id }), period: debt.period, amount }
    const cleared = amount === outstanding
    if (item.kind === 'LATE_FEE') parts.push({ ...part, kind: item.kind, cleared })
    else parts.push({ ...part, kind: item.kind, insurance: item.insurance, cleared })
  }
  return { parts, allocated: subtractFen(payment, remaining), remaining }
}

function itemsOf(debt: PeriodDebt): Item[] {
  const shares = debt.shares.map(({ insurance, side, outstanding }) => ({ debt, kind: side, insurance, outstanding }))
  return [...shares, { debt, kind: 'LATE_FEE', outstanding: debt.lateFee }]
}

function byOrder(a: Item, b: Item): number {
  if (a.debt.period !== b.debt.period) return a.debt.period < b.debt.period ? -1 : 1
  return KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || codeOf(a) - codeOf(b)
}

function codeOf(item: Item): number {
  return item.kind === 'LATE_FEE' ? 0 : INSURANCE_CODES[item.insurance]
}

/** How much of one payment went to each kind of debt. */
export function allocationTotals(allocation: Allocation): Readonly<Record<AllocationPart['kind'], Fen>> {
  const totals = { PERSONAL: ZERO_FEN, EMPLOYER: ZERO_FEN, LATE_FEE: ZERO_FEN }
  for (const { kind, amount } of allocation.parts) totals[kind] = addFen(totals[kind], amount)
  return totals
}
