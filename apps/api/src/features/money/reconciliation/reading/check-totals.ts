import { formatYuan, sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { ReadEntry, StatedTotals, StatementProblem } from './read-statement.types.ts'
import { outgoing } from './read-value.ts'

/** Names each stated figure that the entries do not come to. `all` holds every entry that the file counts. */
export function checkTotals(
  stated: StatedTotals,
  all: readonly Pick<ReadEntry, 'amount'>[],
  booked: readonly Pick<ReadEntry, 'amount'>[],
): StatementProblem[] {
  const problems: StatementProblem[] = []
  const count = (field: string, said: number | undefined, found: number) => {
    if (said !== undefined && said !== found)
      problems.push({ code: 'COUNT_MISMATCH', field, stated: String(said), expected: String(found) })
  }
  const sum = (field: string, said: Fen | undefined, found: Fen) => {
    if (said !== undefined && said !== found)
      problems.push({ code: 'SUM_MISMATCH', field, stated: formatYuan(said), expected: formatYuan(found) })
  }
  const amounts = all.map(({ amount }) => amount)
  const credits = amounts.filter((amount) => amount >= 0)
  const debits = amounts.filter((amount) => amount < 0)
  count('count', stated.count, amounts.length)
  count('creditCount', stated.creditCount, credits.length)
  count('debitCount', stated.debitCount, debits.length)
  sum('sum', stated.sum, sumFen(amounts))
  sum('turnover', stated.turnover, sumFen(amounts.map((amount) => (amount < 0 ? outgoing(amount) : amount))))
  sum('creditSum', stated.creditSum, sumFen(credits))
  sum('debitSum', stated.debitSum, sumFen(debits.map(outgoing)))
  if (stated.opening !== undefined && stated.closing !== undefined) {
    const expected = sumFen([stated.opening, ...booked.map(({ amount }) => amount)])
    if (expected !== stated.closing)
      problems.push({
        code: 'BALANCE_MISMATCH',
        field: 'closingBalance',
        stated: formatYuan(stated.closing),
        expected: formatYuan(expected),
      })
  }
  return problems
}
