import type { BookedTransfer } from './reversal.repository.ts'
import type { Transfer } from './transfer.ts'

/**
 * A key names one booking for ever. The same key with other content is somebody's mistake, and passing over it would lose
 * money without a word. The message holds the key alone: amounts are nobody's business who reads a log.
 */
export class LedgerKeyReused extends Error {
  override readonly name = 'LedgerKeyReused'
  readonly key: string

  constructor(key: string) {
    super(`The ledger knows the key ${key} with other content.`)
    this.key = key
  }
}

/** Each key once: what is given twice is one booking, and given twice with other content none. */
export function oneOfEachKey<Given extends Transfer>(transfers: readonly Given[]): Given[] {
  const byKey = new Map<string, Given>()
  for (const transfer of transfers) {
    const known = byKey.get(transfer.key)
    if (known) refuseOtherContent(transfer, known)
    else byKey.set(transfer.key, transfer)
  }
  return [...byKey.values()]
}

/** Throws when two transfers of one key do not say the same. */
export function refuseOtherContent(wanted: Transfer, known: Transfer | BookedTransfer | undefined): void {
  if (!known || contentOf(wanted) !== contentOf(known)) throw new LedgerKeyReused(wanted.key)
}

/** All that a booking does to the books. The memo only explains it, and the order of the entries means nothing. */
function contentOf({ kind, occurredOn, noticeId, paymentId, entries }: Transfer | BookedTransfer): string {
  const lines = entries.map(({ account, amount, period, insurance, side }) =>
    JSON.stringify([account.code, amount, period ?? null, insurance ?? null, side ?? null]),
  )
  return JSON.stringify([kind, occurredOn, noticeId ?? null, paymentId ?? null, lines.toSorted()])
}
