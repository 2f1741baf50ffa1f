import type { Transfer } from './transfer.ts'
import { negative } from './ledger.ts'
import type { BookedTransfer } from './reversal.repository.ts'

/**
 * The transfer that takes another back: the same accounts with the opposite signs, on the same value date, so that every
 * figure counted by days is as if neither had been.
 */
export function mirrorOf(booked: BookedTransfer, memo: Record<string, unknown>): Transfer {
  const { kind, occurredOn, noticeId, paymentId, entries } = booked
  return {
    kind,
    key: `reversal:${booked.id}`,
    occurredOn,
    ...(noticeId === null ? {} : { noticeId }),
    ...(paymentId === null ? {} : { paymentId }),
    memo: { ...memo, reverses: booked.id },
    entries: entries.map((entry) => ({ ...entry, amount: negative(entry.amount) })),
  }
}
