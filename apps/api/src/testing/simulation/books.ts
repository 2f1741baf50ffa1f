import { fen } from '@shebao/kernel'
import type { Fen, FiveInsurance, Side } from '@shebao/kernel'
import { oneOfEachKey, refuseOtherContent } from '../../features/money/ledger/transfer-content.ts'
import type { Transfer } from '../../features/money/ledger/transfer.ts'

export interface OpenShare {
  insurance: FiveInsurance | null
  side: Side
  outstanding: Fen
}

export interface SettledOnDay {
  noticeId: string
  on: string
  principal: Fen
  lateFee: Fen
}

/** The ledger without a database: transfers as the office's own code makes them, each key once, nothing ever changed. */
export class Books {
  readonly #byKey = new Map<string, Transfer>()
  readonly #balances = new Map<string, number>()
  readonly #shares = new Map<string, Map<string, OpenShare>>()
  readonly #settled = new Map<string, SettledOnDay[]>()
  /** Grows with every booking. */
  version = 0

  get transfers(): Iterable<Transfer> {
    return this.#byKey.values()
  }

  /** How many did not stand before; a known key that says something else is refused, as the office's ledger does. */
  book(transfers: readonly Transfer[]): number {
    const wanted = oneOfEachKey(
      transfers
        .map((transfer) => ({ ...transfer, entries: transfer.entries.filter(({ amount }) => amount !== 0) }))
        .filter(({ entries }) => entries.length > 0),
    )
    let booked = 0
    for (const transfer of wanted) {
      const known = this.#byKey.get(transfer.key)
      if (known) refuseOtherContent(transfer, known)
      else {
        this.#byKey.set(transfer.key, transfer)
        this.#keepNotice(transfer)
        this.version += 1
        for (const { account, amount } of transfer.entries)
          this.#balances.set(account.code, this.balance(account.code) + amount)
        booked += 1
      }
    }
    return booked
  }

  balance(code: string): number {
    return this.#balances.get(code) ?? 0
  }

  get balances(): ReadonlyMap<string, number> {
    return this.#balances
  }

  /** What is left of each share of a notice; the late fee as far as it is booked. */
  sharesOf(noticeId: string): readonly OpenShare[] {
    return [...(this.#shares.get(noticeId)?.values() ?? [])]
  }

  /** What lowered a notice, by value date. */
  settledPartsOf(noticeId: string): readonly SettledOnDay[] {
    return this.#settled.get(noticeId) ?? []
  }

  #keepNotice({ noticeId, kind, occurredOn, entries }: Transfer): void {
    if (noticeId === undefined) return
    const shares = this.#shares.get(noticeId) ?? new Map<string, OpenShare>()
    this.#shares.set(noticeId, shares)
    const lowered = { principal: 0, lateFee: 0 }
    for (const { account, amount, insurance = null, side = 'EMPLOYER' } of entries) {
      if (account.kind !== 'RECEIVABLE') continue
      const key = `${side}|${insurance ?? ''}`
      const left = (shares.get(key)?.outstanding ?? 0) + amount
      shares.set(key, { insurance: insurance as FiveInsurance | null, side, outstanding: fen(left) })
      lowered[insurance === null ? 'lateFee' : 'principal'] -= amount
    }
    if (kind !== 'ALLOCATION') return
    const days = this.#settled.get(noticeId) ?? []
    const same = days.find(({ on }) => on === occurredOn) ?? { principal: 0, lateFee: 0 }
    const day = {
      noticeId,
      on: occurredOn,
      principal: fen(same.principal + lowered.principal),
      lateFee: fen(same.lateFee + lowered.lateFee),
    }
    const others = days.filter(({ on }) => on !== occurredOn)
    this.#settled.set(
      noticeId,
      [...others, day].toSorted((one, other) => one.on.localeCompare(other.on)),
    )
  }
}
