import type { Period } from '@shebao/kernel'
import { creditOf, fundOf, negative, receivableOf } from '../ledger/index.ts'
import type { Entry } from '../ledger/index.ts'
import type { NoticeLine } from '../debt/index.ts'

/** The receivable and each fund, by insurance and side, so that every balance can be told apart later. */
export function chargeEntries(
  { employerId, period }: { employerId: string; period: Period },
  lines: readonly Pick<NoticeLine, 'insurance' | 'employer' | 'personal'>[],
): Entry[] {
  const [receivable, entries]: [Entry['account'], Entry[]] = [receivableOf(employerId), []]
  for (const { insurance, employer, personal } of lines) {
    const fund = fundOf(insurance)
    for (const [side, amount] of [
      ['EMPLOYER', employer],
      ['PERSONAL', personal],
    ] as const) {
      entries.push(
        { account: receivable, amount, period, insurance, side },
        { account: fund, amount: negative(amount), period, insurance, side },
      )
    }
  }
  return entries
}

/** The funds give back what a unit was charged too much, to its credit. */
export function creditEntries(
  { employerId, period }: { employerId: string; period: Period },
  lines: readonly Pick<NoticeLine, 'insurance' | 'employer' | 'personal'>[],
): Entry[] {
  const [receivable, credit] = [receivableOf(employerId).code, creditOf(employerId)]
  return chargeEntries({ employerId, period }, lines).map((entry) => ({
    ...entry,
    account: entry.account.code === receivable ? credit : entry.account,
    amount: negative(entry.amount),
  }))
}
