import { createHash, randomBytes } from 'node:crypto'
import type { BookedEntry } from './statement.ts'

export const CHANNELS = ['E_BANK', 'AGREEMENT_DEBIT', 'BANK_TRANSFER'] as const
export type Channel = (typeof CHANNELS)[number]

/** Money that came into the office's account, by whatever channel. Kept for ever: statements are made of it. */
export interface Arrival {
  reference: string
  /** The office's own key, where it began the payment. */
  key: string | null
  channel: Channel
  amount: number
  payerName: string
  payerAccount: string
  remittance: string
  arrivedAtMs: number
}

export function newReference(nowMs: number): string {
  return `SB${nowMs}${randomBytes(3).toString('hex')}`
}

export interface Transfer {
  payerName: string
  amount: number
  remittance: string
}

/** A transfer that someone made by themselves, at a counter or from another bank. */
export function arrivalOfTransfer(transfer: Transfer, nowMs: number): Arrival {
  return {
    ...transfer,
    reference: newReference(nowMs),
    key: null,
    channel: 'BANK_TRANSFER',
    payerAccount: accountOf(transfer.payerName),
    arrivedAtMs: nowMs,
  }
}

/** The sandbox knows no customers: a name has the same account every time. */
export function accountOf(name: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(name).digest('hex').slice(0, 12)}`) % 10n ** 12n
  return `6200${digits.toString().padStart(12, '0')}`
}

const officeDays = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })

/** The booking day where the office is. */
export function dayOf(atMs: number): string {
  return officeDays.format(atMs)
}

export function bookedEntry(arrival: Arrival): BookedEntry {
  const day = dayOf(arrival.arrivedAtMs)
  return {
    reference: arrival.reference,
    endToEndId: arrival.key,
    amount: arrival.amount,
    directDebit: arrival.channel === 'AGREEMENT_DEBIT',
    bookedOn: day,
    valueDate: day,
    payerName: arrival.payerName,
    payerAccount: arrival.payerAccount,
    remittance: arrival.remittance,
  }
}
