import { explain, explainSum } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import type { LabelCode, RuleCode } from './explanation-codes.ts'
import { fen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'

/** What the comparison of a payment with the statements comes to. */
export const RECONCILIATION_OUTCOMES = ['MATCHED', 'BANK_ONLY', 'SYSTEM_ONLY', 'AMOUNT_DIFF', 'DUPLICATE'] as const
export type ReconciliationOutcome = (typeof RECONCILIATION_OUTCOMES)[number]

/** Whose word an amount is: the office's books, or a statement. */
export const RECONCILIATION_PARTIES = ['SYSTEM', 'BANK', 'TREASURY'] as const
export type ReconciliationParty = (typeof RECONCILIATION_PARTIES)[number]

/** As much of a list as is shown one by one; the rest is one sum. */
export const MONEY_SHOWN = 10

/** One payment or line, by who paid it and the bank's reference. */
export type NamedMoney = { readonly payer: string | null; readonly reference: string; readonly amount: Fen }
export type ListedLine = { readonly line: number; readonly amount: Fen }
/** The largest of a list, and what the list comes to as a whole. */
export type LargestOf<Part> = { readonly largest: readonly Part[]; readonly count: number; readonly amount: Fen }

/** Payments of a day by the office's own books. */
export function explainDayReceipts(day: string, payments: LargestOf<NamedMoney>): Explanation {
  return sumOfEntries('DAY_RECEIPTS', payments, explainMoney(payments, 'BOOKED'), { day })
}

/** What one party says of a day's items: sum ← outcomes ← items. */
export function explainDaySum(
  day: string,
  party: ReconciliationParty,
  outcomes: readonly (LargestOf<NamedMoney> & { readonly outcome: ReconciliationOutcome })[],
): Explanation {
  return explainSum(
    'DAY_SUM',
    outcomes.map((each) => explainOutcomeSum(each.outcome, party, each)),
    { params: { day, party } },
  )
}

export function explainOutcomeSum(
  outcome: ReconciliationOutcome,
  party: ReconciliationParty,
  items: LargestOf<NamedMoney>,
): Explanation {
  const entries = explainMoney(items, party === 'SYSTEM' ? 'BOOKED' : 'LISTED')
  return sumOfEntries('OUTCOME_SUM', items, entries, { outcome })
}

/** Money that left: beside what came in it is negative. */
export function explainPaidOut(why: Explanation): Explanation {
  return explain('PAID_OUT', 'COUNTS_AGAINST', 'FEN', fen(-why.result.value), { inputs: [why] })
}

/** What a statement's lines come to; what was paid out counts against what came in. */
export function explainStatement(number: string, lines: LargestOf<ListedLine>): Explanation {
  const shown = lines.largest.map((each) => explainStatementLine(number, each))
  const entries = withOthers(shown, lines, 'OTHER_LINES', 'LISTED')
  return sumOfEntries('STATEMENT_SUM', lines, entries, { number, count: lines.count })
}

export function explainStatementLine(number: string, { line, amount }: ListedLine): Explanation {
  return explain('STATEMENT_LINE', 'LISTED', 'FEN', amount, { params: { number, line } })
}

export function explainClosingBalance(opening: Fen, statement: Explanation): Explanation {
  return explainSum('STATEMENT_CLOSING', [explain('STATEMENT_OPENING', 'LISTED', 'FEN', opening), statement])
}

/** Unlike a plain sum it names its entry also when there is only one. */
function sumOfEntries(
  label: LabelCode,
  { amount }: LargestOf<unknown>,
  inputs: readonly Explanation[],
  params: Explanation['params'],
): Explanation {
  return explain(label, 'SUM_OF_ENTRIES', 'FEN', amount, { inputs, params })
}

function explainMoney(money: LargestOf<NamedMoney>, rule: RuleCode): Explanation[] {
  const shown = money.largest.map(({ payer, reference, amount }) =>
    payer === null
      ? explain('MONEY_OF_UNKNOWN', rule, 'FEN', amount, { params: { reference } })
      : explain('MONEY_OF', rule, 'FEN', amount, { params: { payer, reference } }),
  )
  return withOthers(shown, money, 'OTHER_MONEY', rule)
}

/** What is not shown by itself is what the whole has more. */
function withOthers(
  shown: Explanation[],
  { count, amount }: LargestOf<unknown>,
  label: LabelCode,
  rule: RuleCode,
): Explanation[] {
  const others = count - shown.length
  if (others === 0) return shown
  const rest = shown.reduce((left, { result }) => left - result.value, amount as number)
  return [...shown, explain(label, rule, 'FEN', fen(rest), { params: { count: others } })]
}
