import type { Fen, Insurance, Side } from '@shebao/kernel'
import type { AccountKind, TransferKind } from './ledger-codes.ts'

export interface Account {
  code: string
  kind: AccountKind
  employerId?: string
  insurance?: Insurance
}

export interface Entry {
  account: Account
  /** Debit positive, credit negative. */
  amount: Fen
  period?: string
  /** Absent on an entry of a receivable: the late fee. */
  insurance?: Insurance
  side?: Side
}

export interface Transfer {
  kind: TransferKind
  /** The same key twice is the same transfer: the second is not booked, and refused when it says something else. */
  key: string
  /** Value date: the civil day from which it counts. */
  occurredOn: string
  noticeId?: string
  paymentId?: string
  memo?: Record<string, unknown>
  entries: readonly Entry[]
}
