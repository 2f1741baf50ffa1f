import type { Fen, Insurance, Side } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { insertEntries, insertTransfer, openAccounts } from './ledger.repository.ts'

export interface Account {
  code: string
  kind: 'RECEIVABLE' | 'FUND' | 'BANK' | 'SUSPENSE'
  employerId?: string
  insurance?: Insurance
}

/** What an employer owes the office. */
export const receivableOf = (employerId: string): Account => ({
  code: `RECEIVABLE:${employerId}`,
  kind: 'RECEIVABLE',
  employerId,
})
/** Where a premium belongs. Maternity is kept apart also where it is collected with medical (SIL 64). */
export const fundOf = (insurance: Insurance): Account => ({ code: `FUND:${insurance}`, kind: 'FUND', insurance })
export const lateFeeFund: Account = { code: 'FUND:LATE_FEE', kind: 'FUND' }
export const bankAccount: Account = { code: 'BANK:SANDBOX', kind: 'BANK' }
/** Money that arrived and belongs to no notice: another amount, or paid twice. It waits here for its refund. */
export const suspense: Account = { code: 'SUSPENSE:BANK', kind: 'SUSPENSE' }

export interface Entry {
  account: Account
  /** Debit positive, credit negative. */
  amount: Fen
  period?: string
  insurance?: Insurance
  side?: Side
}

export interface Transfer {
  kind: 'CHARGE' | 'PAYMENT' | 'LATE_FEE' | 'REFUND' | 'DIFFERENCE' | 'WRITE_OFF' | 'SUSPENSE'
  /** The same key twice is the same transfer: the second is not booked. */
  key: string
  occurredOn: string
  noticeId?: string
  paymentId?: string
  memo?: Record<string, unknown>
  entries: readonly Entry[]
}

/**
 * Books a transfer within the open transaction; false when it already stands. Double-entry and append-only: the
 * database refuses an unbalanced transfer at commit and any change at any time.
 */
export async function bookTransfer(platform: Platform, transfer: Transfer): Promise<boolean> {
  const entries = transfer.entries.filter(({ amount }) => amount !== 0)
  if (entries.length === 0) return false
  return platform.database.transaction(async () => {
    await openAccounts(
      platform,
      entries.map(({ account }) => account),
    )
    const transferId = await insertTransfer(platform, transfer)
    if (!transferId) return false
    await insertEntries(platform, transferId, { ...transfer, entries })
    return true
  })
}
