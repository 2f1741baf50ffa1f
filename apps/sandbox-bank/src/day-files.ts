import { bookedEntry } from './arrival.ts'
import type { Arrival } from './arrival.ts'
import { bankHistory, treasuryHistory } from './flaw.ts'
import type { Flaw } from './flaw.ts'
import { statementOf } from './statement.ts'
import type { BankAccount, DayStatement } from './statement.ts'

/** All money that went over the account, and how its files differ from that. */
export interface AccountBook {
  arrivals: readonly Arrival[]
  flaws: readonly Flaw[]
}

/** What the bank says of a day. */
export function bankStatement(account: BankAccount, { arrivals, flaws }: AccountBook, day: string): DayStatement {
  return statementOf(account, bankHistory(arrivals.map(bookedEntry), flaws), day)
}

/** What the treasury says of it. */
export function treasuryList(account: BankAccount, { arrivals, flaws }: AccountBook, day: string): DayStatement {
  return statementOf(account, treasuryHistory(arrivals.map(bookedEntry), flaws), day)
}
