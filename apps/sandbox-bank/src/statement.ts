import { createHash } from 'node:crypto'

/** The office's account at the bank. */
export interface BankAccount {
  number: string
  name: string
  bank: string
}

/** One booking on the account. Amounts are whole fen; what comes in is positive, what goes out negative. */
export interface BookedEntry {
  /** The bank's own reference: unique for ever. */
  reference: string
  /** The key the office began the payment with, or null when someone paid by themselves. */
  endToEndId: string | null
  amount: number
  /** Fetched by the office on an agreement, not sent by the payer. */
  directDebit: boolean
  bookedOn: string
  valueDate: string
  payerName: string
  payerAccount: string
  remittance: string
}

/** What the bank says of one day of an account. */
export interface DayStatement {
  /** The day and a mark of the content: a corrected statement has another number. */
  number: string
  /** Counts the days, so that a missing statement is seen. */
  sequence: number
  account: BankAccount
  day: string
  opening: number
  closing: number
  entries: readonly BookedEntry[]
}

/** Takes the account's whole history, so that each day opens with what the day before closed with. */
export function statementOf(account: BankAccount, history: readonly BookedEntry[], day: string): DayStatement {
  const entries = history.filter(({ bookedOn }) => bookedOn === day)
  const opening = sumOf(history.filter(({ bookedOn }) => bookedOn < day))
  const mark = createHash('sha256')
    .update(JSON.stringify([account.number, day, opening, entries]))
    .digest('hex')
  return {
    number: `${day.replaceAll('-', '')}-${mark.slice(0, 8)}`,
    sequence: Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000),
    account,
    day,
    opening,
    closing: opening + sumOf(entries),
    entries,
  }
}

export function sumOf(entries: readonly Pick<BookedEntry, 'amount'>[]): number {
  return entries.reduce((sum, { amount }) => sum + amount, 0)
}

/** Yuan with two decimals and no separators, as files between machines have it. */
export function plainYuan(fen: number): string {
  const absolute = Math.abs(fen)
  return `${fen < 0 ? '-' : ''}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`
}
