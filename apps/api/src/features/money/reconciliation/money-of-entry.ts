import { bankAccount, bankClaims, negative, suspense } from '../ledger/index.ts'
import type { Transfer } from '../ledger/index.ts'
import type { LoadedEntry } from './day.repository.ts'

/** Names the money of a line for ever: the account, the bank's reference, and which line of that reference it is. */
export const moneyKey = ({
  account,
  reference,
  occurrence,
}: Pick<LoadedEntry, 'account' | 'reference' | 'occurrence'>) => `${account}:${reference}#${occurrence}`

/** The same without the account: how an item's line is known in every file of its day. */
export const bankKeyOf = ({ reference, occurrence }: Pick<LoadedEntry, 'reference' | 'occurrence'>) =>
  `${reference}#${occurrence}`

export const suspenseKey = (entry: LoadedEntry) => `suspense:${moneyKey(entry)}`

/** Under which name a decision books: what the bank has more or less, what it listed once too often, what waited for a payment. */
export const differenceName = (key: string) => `difference:${key}`
export const bankErrorName = (key: string) => `bank-error:${key}`
export const setAsideName = (paymentId: string) => `set-aside:${paymentId}`

/**
 * Money on the bank's statement that belongs to no payment: what came in waits in suspense, what went out is a claim on the
 * bank, so that the ledger's bank account says what the bank says.
 */
export function setAsideTransfer(entry: LoadedEntry): Transfer {
  return {
    kind: 'SUSPENSE',
    key: suspenseKey(entry),
    occurredOn: entry.valueDate,
    memo: { reference: entry.reference, day: entry.day },
    entries: [
      { account: bankAccount, amount: entry.amount },
      { account: entry.amount > 0 ? suspense : bankClaims, amount: negative(entry.amount) },
    ],
  }
}
