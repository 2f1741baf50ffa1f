import { fen } from '@shebao/kernel'
import { MONEY_SHOWN } from '@shebao/premium'
import type { LargestOf, ListedLine, NamedMoney, ReconciliationParty } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import type { Outcome } from './compare-day.ts'

/** One of the largest, beside what all of them come to. */
interface LargestRow {
  amount: bigint
  count: number
  total: bigint
}

function largestOf<Row extends LargestRow, Part>(rows: readonly Row[], part: (row: Row) => Part): LargestOf<Part> {
  const [first] = rows
  return { largest: rows.map(part), count: first?.count ?? 0, amount: fen(Number(first?.total ?? 0n)) }
}

type MoneyRow = LargestRow & { payer: string | null; reference: string }
const moneyOf = ({ payer, reference, amount }: MoneyRow): NamedMoney => ({
  payer,
  reference,
  amount: fen(Number(amount)),
})

/** The payments behind `listSystemTotals`. */
export async function listLargestPayments({ database }: Platform, day: string): Promise<LargestOf<NamedMoney>> {
  const rows = await database.query<MoneyRow>(
    {
      name: 'reconciliation-largest-payments',
      text: `SELECT employer.name AS payer, payment.bank_reference AS reference, payment.amount,
        (count(*) OVER ())::int AS count, (SUM(payment.amount) OVER ())::bigint AS total
      FROM payment JOIN employer ON employer.id = payment.employer_id
      WHERE payment.value_date = $1 AND payment.bank_reference IS NOT NULL
      ORDER BY payment.amount DESC, payment.bank_reference LIMIT $2`,
    },
    [day, MONEY_SHOWN],
  )
  return largestOf(rows, moneyOf)
}

const partyAmount = `CASE $2 WHEN 'SYSTEM' THEN system_amount WHEN 'BANK' THEN bank_amount ELSE treasury_amount END`

/** The items behind `listOutcomeTotals`, by outcome, as one party has them. */
export async function listLargestItems(
  { database }: Platform,
  day: string,
  party: ReconciliationParty,
): Promise<Map<Outcome, LargestOf<NamedMoney>>> {
  const rows = await database.query<MoneyRow & { outcome: Outcome }>(
    {
      name: 'reconciliation-largest-items',
      text: `WITH placed AS (
        SELECT id, outcome, reference, resolution, employer_id, bank_entry_id, treasury_entry_id, ${partyAmount} AS amount,
          row_number() OVER (PARTITION BY outcome ORDER BY abs(${partyAmount}) DESC, reference, id) AS place,
          (count(*) OVER (PARTITION BY outcome))::int AS count, (SUM(${partyAmount}) OVER (PARTITION BY outcome))::bigint AS total
        FROM reconciliation_item WHERE day = $1 AND ${partyAmount} IS NOT NULL)
      SELECT placed.outcome, placed.reference, placed.amount, placed.count, placed.total,
        CASE WHEN placed.outcome = 'BANK_ONLY' AND placed.resolution IS DISTINCT FROM 'ASSIGN' THEN entry.payer_name
          ELSE COALESCE(employer.name, entry.payer_name) END AS payer
      FROM placed LEFT JOIN employer ON employer.id = placed.employer_id
      LEFT JOIN statement_entry entry ON entry.id = COALESCE(placed.bank_entry_id, placed.treasury_entry_id)
      WHERE placed.place <= $3 ORDER BY placed.outcome, placed.place`,
    },
    [day, party, MONEY_SHOWN],
  )
  const byOutcome = Map.groupBy(rows, ({ outcome }) => outcome)
  return new Map([...byOutcome].map(([outcome, ofOutcome]) => [outcome, largestOf(ofOutcome, moneyOf)]))
}

export async function listLargestLines({ database }: Platform, statementId: string): Promise<LargestOf<ListedLine>> {
  const rows = await database.query<LargestRow & { line: number }>(
    {
      name: 'reconciliation-largest-lines',
      text: `SELECT line_no AS line, amount, (count(*) OVER ())::int AS count, (SUM(amount) OVER ())::bigint AS total
      FROM statement_entry WHERE statement_id = $1 ORDER BY abs(amount) DESC, position LIMIT $2`,
    },
    [statementId, MONEY_SHOWN],
  )
  return largestOf(rows, ({ line, amount }) => ({ line, amount: fen(Number(amount)) }))
}
