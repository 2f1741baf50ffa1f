import type { Account, Transfer } from './transfer.ts'
import { fen, subtractFen } from '@shebao/kernel'
import type { Fen, Insurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { insertEntries, insertTransfers, openAccounts } from './ledger.repository.ts'
import { listTransfersOfKeys } from './reversal.repository.ts'
import { oneOfEachKey, refuseOtherContent } from './transfer-content.ts'

/** What an employer owes the office. */
export const receivableOf = (employerId: string): Account => ({
  code: `RECEIVABLE:${employerId}`,
  kind: 'RECEIVABLE',
  employerId,
})
/** An employer's money that no debt has taken yet: every payment passes through here. */
export const creditOf = (employerId: string): Account => ({ code: `CREDIT:${employerId}`, kind: 'CREDIT', employerId })
/** Where a premium belongs. Maternity is kept apart also where it is collected with medical (SIL 64). */
export const fundOf = (insurance: Insurance): Account => ({ code: `FUND:${insurance}`, kind: 'FUND', insurance })
export const lateFeeFund: Account = { code: 'FUND:LATE_FEE', kind: 'FUND' }
export const bankAccount: Account = { code: 'BANK:SANDBOX', kind: 'BANK' }
/** Money that arrived and belongs to no employer or notice yet. It waits here to be identified or refunded. */
export const suspense: Account = { code: 'SUSPENSE:BANK', kind: 'SUSPENSE' }
/** What the bank took and must explain or return: no employer's money, so it is kept apart from suspense. */
export const bankClaims: Account = { code: 'BANK:CLAIMS', kind: 'BANK' }
/** What stands against the balances that an office begins with: it never moves but by them. */
export const openingBalance: Account = { code: 'OPENING', kind: 'OPENING' }
/** Debts given up by two people on a document (ACL 40); the funds bear them. */
export const writtenOff: Account = { code: 'WRITE_OFF', kind: 'WRITE_OFF' }

/** A fine is neither premium nor late fee: what a unit owes of it, what was imposed, and what the treasury has (APL 74). */
export const fineOwedBy = (employerId: string): Account => ({ code: `FINE:${employerId}`, kind: 'FINE' })
export const finesImposed: Account = { code: 'FINE:IMPOSED', kind: 'FINE' }
export const finesPaid: Account = { code: 'FINE:TREASURY', kind: 'FINE' }

/**
 * Books a transfer within the open transaction; false when it already stands. Double-entry and append-only: the
 * database refuses an unbalanced transfer at commit and any change at any time.
 */
export async function bookTransfer(platform: Platform, transfer: Transfer): Promise<boolean> {
  return (await bookTransfers(platform, [transfer])) === 1
}

/**
 * Books many transfers in a handful of statements, however many there are. Returns how many did not stand before. A known
 * key with other content is refused as `LedgerKeyReused`, and nothing of the batch is written. What moves no money is no
 * transfer and leaves no key.
 */
export async function bookTransfers(platform: Platform, transfers: readonly Transfer[]): Promise<number> {
  const wanted = oneOfEachKey(
    transfers
      .map((transfer) => ({ ...transfer, entries: transfer.entries.filter(({ amount }) => amount !== 0) }))
      .filter(({ entries }) => entries.length > 0),
  )
  if (wanted.length === 0) return 0
  return asOffice('MONEY_BOOK', () =>
    platform.database.transaction(async () => {
      const accountIds = await openAccounts(
        platform,
        wanted.flatMap(({ entries }) => entries.map(({ account }) => account)),
      )
      const ids = await insertTransfers(platform, wanted)
      if (ids.size < wanted.length)
        await refuseReusedKeys(
          platform,
          wanted.filter(({ key }) => !ids.has(key)),
        )
      const booked = wanted.flatMap(({ key, entries }) => {
        const id = ids.get(key)
        return id === undefined ? [] : { id, entries }
      })
      await insertEntries(platform, booked, accountIds)
      return ids.size
    }),
  )
}

/** Only keys that stand already are read again; a run of new ones asks nothing. Under another's booking the insert has waited. */
async function refuseReusedKeys(platform: Platform, repeated: readonly Transfer[]): Promise<void> {
  const booked = await listTransfersOfKeys(
    platform,
    repeated.map(({ key }) => key),
  )
  const byKey = new Map(booked.map((transfer) => [transfer.key, transfer]))
  for (const transfer of repeated) refuseOtherContent(transfer, byKey.get(transfer.key))
}

export const negative = (amount: Fen): Fen => subtractFen(fen(0), amount)
