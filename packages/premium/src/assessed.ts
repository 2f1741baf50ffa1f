import { fen, mulDivHalfUp, ZERO_FEN } from '@shebao/kernel'
import type { Fen, Insurance, Side, Period } from '@shebao/kernel'
import type { DECLARATION_MODES } from './parameters/parameter-range.ts'

export type DeclarationMode = (typeof DECLARATION_MODES)[number]

/** Last month's payable × 110 %, half-up (SIL 62, R259 10). */
export const DEEMED_PERCENT = 110

export function deemedPremium(lastPayable: Fen, percent = DEEMED_PERCENT): Fen {
  return mulDivHalfUp(lastPayable, percent, 100)
}

export type ShareAmount = { readonly insurance: Insurance; readonly side: Side; readonly amount: Fen }

/** What the record holds for one month of a unit: a declaration of its own, or an earlier deemed amount. */
export type MonthOnRecord = {
  readonly period: Period
  readonly kind: 'DECLARED' | 'DEEMED'
  readonly shares: readonly ShareAmount[]
}

export type DeemedOutcome =
  | { readonly kind: 'NO_OBLIGATION' }
  | { readonly kind: 'COVERED'; readonly by: Period }
  | { readonly kind: 'DEEMED'; readonly basedOn: Period; readonly shares: readonly ShareAmount[]; readonly total: Fen }
  /** No earlier declaration: the bureau sets an amount with its grounds (operations, headcount). */
  | { readonly kind: 'BUREAU_AMOUNT_NEEDED' }

export type UndeclaredMonth = {
  readonly period: Period
  readonly obligationExists: boolean
  readonly mode: DeclarationMode
  readonly history: readonly MonthOnRecord[]
}

/**
 * What a month without a declaration costs when the window closes. The basis is always the last *declared* month: taking
 * 110 % of a deemed month would grow 1.1^n [PD]. Under CARRY_FORWARD an unchanged earlier declaration covers the month.
 */
export function deemUndeclaredMonth(month: UndeclaredMonth): DeemedOutcome {
  if (!month.obligationExists) return { kind: 'NO_OBLIGATION' }
  const last = month.history
    .filter(({ kind, period }) => kind === 'DECLARED' && period <= month.period)
    .reduce<MonthOnRecord | undefined>(
      (latest, each) => (latest && latest.period > each.period ? latest : each),
      undefined,
    )
  if (last === undefined) return { kind: 'BUREAU_AMOUNT_NEEDED' }
  if (last.period === month.period || month.mode === 'CARRY_FORWARD') return { kind: 'COVERED', by: last.period }
  const shares = last.shares.map((share) => ({ ...share, amount: deemedPremium(share.amount) }))
  const total = fen(shares.reduce((sum, { amount }) => sum + amount, 0))
  return { kind: 'DEEMED', basedOn: last.period, shares, total }
}

export type Settlement = { readonly kind: 'CREDIT' | 'SUPPLEMENT' | 'EVEN'; readonly amount: Fen }

/** A later filing settles a deemed month: over-assessment is credited, a shortfall supplemented. */
export function settleDeemed(assessed: Fen, declared: Fen): Settlement {
  if (assessed > declared) return { kind: 'CREDIT', amount: fen(assessed - declared) }
  if (assessed < declared) return { kind: 'SUPPLEMENT', amount: fen(declared - assessed) }
  return { kind: 'EVEN', amount: ZERO_FEN }
}
