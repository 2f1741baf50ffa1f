import type { Fen } from '@shebao/kernel'
import type { Account } from '../ledger/index.ts'

export interface ReceivedMoney {
  employerId: string
  amount: Fen
  /** Value date: late fees count up to it. */
  valueDate: string
  /** The same key is the same money: booked once. */
  key: string
  paymentId?: string
  /** The one notice it was paid for; without it the oldest debt is settled first (3.5 [PD]). */
  noticeId?: string
  /** Those it may settle, where a proceeding brought it; oldest first among them. */
  noticeIds?: readonly string[]
  /** Where the money waits; the bank account unless it was set aside before. */
  from?: Account
  memo?: Record<string, unknown>
}
