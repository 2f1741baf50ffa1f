import { amountOf, explain, explainSum } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import type { LabelCode } from './explanation-codes.ts'
import { subtractFen, ZERO_FEN } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'

/** Kinds of ledger transfers, as a balance adds them up. */
export const TRANSFER_KINDS = [
  'CHARGE',
  'PAYMENT',
  'ALLOCATION',
  'LATE_FEE',
  'REFUND',
  'DIFFERENCE',
  'WRITE_OFF',
  'SUSPENSE',
] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]

export type KindSum = {
  readonly kind: TransferKind
  /** How many transfers of the kind touch the account. */
  readonly count: number
  /** Debit positive, credit negative, as the ledger has it. */
  readonly amount: Fen
}

/** The balance of an account, or of an employer, as the sum of every kind of transfer that touches it. */
export function explainBalance(kinds: readonly KindSum[]): Explanation {
  return explainSum(
    'BALANCE',
    kinds
      .toSorted((a, b) => TRANSFER_KINDS.indexOf(a.kind) - TRANSFER_KINDS.indexOf(b.kind))
      .map(({ kind, count, amount }) => explain('TRANSFERS', 'BOOKED', 'FEN', amount, { params: { kind, count } })),
  )
}

/**
 * What stays to an employer's credit: every kind of transfer that brought or used it. The ledger has credit as a negative
 * balance; people read it the other way round.
 */
export function explainCredit(kinds: readonly KindSum[]): Explanation {
  const { inputs, result } = explainBalance(
    kinds.map((each) => ({ ...each, amount: subtractFen(ZERO_FEN, each.amount) })),
  )
  return explain('CREDIT_BALANCE', 'CREDITS_LESS_DEBITS', 'FEN', result.value, { inputs })
}

/** An amount on record, or the derivation of it where there is one. */
export type Derived = Fen | Explanation

export type NoticeBalance = {
  readonly charged: Derived
  readonly lateFee: Derived
  /** What differences of the period added; negative where they credited. */
  readonly difference?: Derived | undefined
  readonly paid: Derived
  readonly credited?: Derived | undefined
  readonly writtenOff?: Derived | undefined
}

/**
 * What is still owed on a notice: charged + late fee + difference − paid − credited − written off. A balance below zero is
 * shown as what it is, an amount paid too much, so that no amount is negative.
 */
export function explainOutstanding(balance: NoticeBalance): Explanation {
  const due = explainSum('AMOUNT_DUE', [
    derived('PREMIUM_CHARGED', balance.charged),
    ...optional('DIFFERENCE_CHARGED', balance.difference),
    derived('LATE_FEE', balance.lateFee),
  ])
  const settled = explainSum('AMOUNT_SETTLED', [
    derived('PAID', balance.paid),
    ...optional('CREDITED', balance.credited),
    ...optional('WRITTEN_OFF', balance.writtenOff),
  ])
  const rest = subtractFen(amountOf(due), amountOf(settled))
  return rest < 0
    ? explain('OVERPAID', 'SETTLED_LESS_DUE', 'FEN', subtractFen(amountOf(settled), amountOf(due)), {
        inputs: [due, settled],
      })
    : explain('OUTSTANDING', 'DUE_LESS_SETTLED', 'FEN', rest, { inputs: [due, settled] })
}

function optional(label: LabelCode, amount: Derived | undefined): Explanation[] {
  return amount === undefined ? [] : [derived(label, amount)]
}

/** A derivation under its role: itself when it has that name already, else the one thing the role consists of. */
export function derived(label: LabelCode, amount: Derived, params: Explanation['params'] = {}): Explanation {
  if (typeof amount === 'number') return explain(label, 'BOOKED', 'FEN', amount, { params })
  return amount.label === label ? amount : explainSum(label, [amount], { params })
}
