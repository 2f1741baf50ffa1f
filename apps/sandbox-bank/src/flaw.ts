import type { BookedEntry } from './statement.ts'

export const FLAW_KINDS = ['MISSING_IN_BANK', 'AMOUNT', 'TWICE', 'MISSING_IN_TREASURY'] as const
export type EntryFlawKind = (typeof FLAW_KINDS)[number]

/** How a file of a day differs from what happened: for rehearsing the reconciliation. */
export type Flaw =
  | { kind: EntryFlawKind; day: string; reference: string }
  | { kind: 'UNKNOWN'; day: string; entry: BookedEntry }

const oneYuan = 100

/** What the bank's files say. The account's balances follow them, so that each file agrees with itself and with the next. */
export function bankHistory(booked: readonly BookedEntry[], flaws: readonly Flaw[]): BookedEntry[] {
  const kindsOf = flawsByReference(flaws)
  const shown = booked.flatMap((entry) => {
    const kinds = kindsOf(entry)
    if (kinds.has('MISSING_IN_BANK')) return []
    const one = kinds.has('AMOUNT') ? { ...entry, amount: entry.amount + oneYuan } : entry
    return kinds.has('TWICE') ? [one, one] : [one]
  })
  return [...shown, ...flaws.flatMap((flaw) => (flaw.kind === 'UNKNOWN' ? [flaw.entry] : []))]
}

/** What the treasury's list says: what really arrived, as far as it is not missing. */
export function treasuryHistory(booked: readonly BookedEntry[], flaws: readonly Flaw[]): BookedEntry[] {
  const kindsOf = flawsByReference(flaws)
  return booked.filter((entry) => !kindsOf(entry).has('MISSING_IN_TREASURY'))
}

function flawsByReference(flaws: readonly Flaw[]) {
  const kinds = new Map<string, Set<EntryFlawKind>>()
  for (const flaw of flaws) {
    if (flaw.kind === 'UNKNOWN') continue
    kinds.set(flaw.reference, (kinds.get(flaw.reference) ?? new Set()).add(flaw.kind))
  }
  return ({ reference }: BookedEntry) => kinds.get(reference) ?? new Set<EntryFlawKind>()
}
