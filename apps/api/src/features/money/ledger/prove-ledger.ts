import { fen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import {
  countMonthsAgainstLedger,
  listBalances,
  listNoticesAgainstLedger,
  listNoticesAgainstMonths,
  listOwedByNotices,
  listUnbalancedTransfers,
} from './proof.repository.ts'

export interface LedgerProof {
  holds: boolean
  /** Every account with its balance recomputed from the entries. */
  balances: ReadonlyMap<string, Fen>
  /** What does not fit, worded for the auditor's log: account and notice numbers only. */
  breaks: readonly string[]
}

/** Recomputes every balance from its entries and holds it against the notices and the people's months. */
export async function proveLedger(platform: Platform): Promise<LedgerProof> {
  const rows = await listBalances(platform)
  const balances = new Map(rows.map(({ code, balance }) => [code, fen(Number(balance))]))
  const breaks: string[] = []
  const sum = rows.reduce((total, { balance }) => total + balance, 0n)
  if (sum !== 0n) breaks.push(`all accounts together are ${sum} fen, not 0`)
  for (const { id, difference } of await listUnbalancedTransfers(platform)) {
    breaks.push(`transfer ${id} is out of balance by ${difference} fen or has no entries`)
  }
  const owed = new Map((await listOwedByNotices(platform)).map((row) => [row.employer_id, row.owed]))
  for (const { code, kind, employer_id: employerId, balance } of rows) {
    if (kind === 'RECEIVABLE' && balance !== (owed.get(employerId ?? '') ?? 0n)) {
      breaks.push(`${code} is ${balance} fen, its notices say ${owed.get(employerId ?? '') ?? 0n}`)
    }
    // Credit balances are negative: nobody can have spent more than came in.
    if ((kind === 'CREDIT' || kind === 'SUSPENSE') && balance > 0n)
      breaks.push(`${code} is overdrawn by ${balance} fen`)
  }
  for (const { number } of await listNoticesAgainstLedger(platform))
    breaks.push(`notice ${number} differs from its entries`)
  for (const { number } of await listNoticesAgainstMonths(platform))
    breaks.push(`notice ${number} differs from the months of its people`)
  const [months] = await countMonthsAgainstLedger(platform)
  if (months && months.count > 0n) breaks.push(`${months.count} months are marked otherwise than the ledger says`)
  return { holds: breaks.length === 0, balances, breaks }
}
