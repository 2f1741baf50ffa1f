import { fen } from '@shebao/kernel'
import {
  explainClosingBalance,
  explainDayReceipts,
  explainDaySum,
  explainOutcomeSum,
  explainPaidOut,
  explainStatement,
  explainStatementLine,
} from '@shebao/premium'
import type { Explanation, ReconciliationParty } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { derivePaymentById } from '../payment/index.ts'
import { deriveRefundById } from '../refund/index.ts'
import { outcomes } from './compare-day.ts'
import type { Outcome } from './compare-day.ts'
import { listLargestItems, listLargestLines, listLargestPayments } from './derivation.repository.ts'
import type { ItemRow } from './item-view.repository.ts'
import type { StatementRow } from './statement.repository.ts'

/** The office's own payments of a day; nothing where there are none. */
export async function deriveReceipts(platform: Platform, day: string): Promise<Explanation | undefined> {
  const payments = await listLargestPayments(platform, day)
  return payments.count === 0 ? undefined : explainDayReceipts(day, payments)
}

/** What one party has of a day's items, of all or of one outcome; nothing where it has none. */
export async function deriveItems(
  platform: Platform,
  day: string,
  party: ReconciliationParty,
  outcome: Outcome | undefined,
): Promise<Explanation | undefined> {
  const found = await listLargestItems(platform, day, party)
  if (outcome !== undefined) {
    const items = found.get(outcome)
    return items && explainOutcomeSum(outcome, party, items)
  }
  const parts = outcomes.flatMap((each) => {
    const items = found.get(each)
    return items ? [{ outcome: each, ...items }] : []
  })
  return parts.length === 0 ? undefined : explainDaySum(day, party, parts)
}

export async function deriveStatement(platform: Platform, { id, statementNo }: StatementRow): Promise<Explanation> {
  return explainStatement(statementNo, await listLargestLines(platform, id))
}

/** Nothing where the file states no balances. */
export async function deriveClosingBalance(
  platform: Platform,
  statement: StatementRow,
): Promise<Explanation | undefined> {
  const { openingBalance, closingBalance } = statement
  if (openingBalance === null || closingBalance === null) return undefined
  return explainClosingBalance(fen(Number(openingBalance)), await deriveStatement(platform, statement))
}

/** What one party says of an item; nothing where it has none. */
export async function deriveItem(
  platform: Platform,
  item: ItemRow,
  party: ReconciliationParty,
): Promise<Explanation | undefined> {
  if (party === 'SYSTEM') return deriveSystemAmount(platform, item)
  return party === 'BANK'
    ? deriveLine(item.bankAmount, item.bankStatementNo, item.bankLineNo)
    : deriveLine(item.treasuryAmount, item.treasuryStatementNo, item.treasuryLineNo)
}

/** What the office's books say of an item: a payment by the debts it settled, a refund as money that left. */
async function deriveSystemAmount(
  platform: Platform,
  { paymentId, refundId }: Pick<ItemRow, 'paymentId' | 'refundId'>,
): Promise<Explanation | undefined> {
  if (paymentId !== null) return derivePaymentById(platform, paymentId)
  const refund = refundId === null ? undefined : await deriveRefundById(platform, refundId)
  return refund && explainPaidOut(refund)
}

/** What a file lists of an item: the line of the statement it stands on. */
function deriveLine(amount: bigint | null, statementNo: string | null, line: number | null): Explanation | undefined {
  if (amount === null || statementNo === null || line === null) return undefined
  return explainStatementLine(statementNo, { line, amount: fen(Number(amount)) })
}
