import { ownMonth } from '../month/index.ts'
import type { MonthOfPerson, MonthRow } from '../month/index.ts'
import type { Platform } from '../../../platform/platform.ts'

/** Where refundable money lies: people's months, and payments set aside. */

const monthColumns = `kind, sequence, status, notice_id AS "noticeId", average_wage::float8 AS "averageWage",
  pension_base::float8 AS "pensionBase", medical_base::float8 AS "medicalBase", unemployment_base::float8 AS "unemploymentBase",
  work_injury_base::float8 AS "workInjuryBase", maternity_base::float8 AS "maternityBase",
  pension_employer::float8 AS "pensionEmployer", pension_personal::float8 AS "pensionPersonal",
  medical_employer::float8 AS "medicalEmployer", medical_personal::float8 AS "medicalPersonal",
  unemployment_employer::float8 AS "unemploymentEmployer", unemployment_personal::float8 AS "unemploymentPersonal",
  work_injury_employer::float8 AS "workInjuryEmployer", maternity_employer::float8 AS "maternityEmployer"`

/** Every row of one person's month with one employer: the month, its differences and its refunds. */
export function listMonthRows({ database }: Platform, month: MonthOfPerson): Promise<MonthRow[]> {
  return database.query<MonthRow>(
    {
      name: 'refund-month-rows',
      text: `SELECT ${monthColumns} FROM premium_payment month WHERE individual_id = $1 AND employer_id = $2 AND period = $3 AND ${ownMonth('month')}
        ORDER BY kind = 'NORMAL' DESC, kind, sequence LIMIT 200`,
    },
    [month.individualId, month.employerId, month.period],
  )
}

/** Notices before months before accounts: the same order in which money is allocated. */
export async function lockMonth({ database }: Platform, month: MonthOfPerson): Promise<void> {
  await database.query(
    {
      name: 'refund-lock-notices',
      text: `SELECT id FROM payment_notice WHERE id IN (
        SELECT notice_id FROM premium_payment WHERE individual_id = $1 AND employer_id = $2 AND period = $3
      ) ORDER BY id FOR UPDATE`,
    },
    [month.individualId, month.employerId, month.period],
  )
  await database.query(
    {
      name: 'refund-lock-months',
      text: `SELECT 1 FROM premium_payment WHERE individual_id = $1 AND employer_id = $2 AND period = $3
        ORDER BY kind, sequence FOR UPDATE`,
    },
    [month.individualId, month.employerId, month.period],
  )
}

/** Whether another employer's paid month of the same person stands: only then is a month a duplicate (domain 7). */
export async function isPaidElsewhere({ database }: Platform, month: MonthOfPerson): Promise<boolean> {
  const rows = await database.query(
    {
      name: 'refund-paid-elsewhere',
      gate: 'ELSEWHERE',
      text: `SELECT 1 FROM premium_payment WHERE individual_id = $1 AND employer_id <> $2 AND period = $3
        AND status IN ('PAID', 'BACK_PAID') AND (pension_base > 0 OR medical_base > 0) LIMIT 1`,
    },
    [month.individualId, month.employerId, month.period],
  )
  return rows.length > 0
}

export interface PaidPerson {
  individualId: string
  personal: Uint8Array
  idMasked: string
  /** What was paid for the month and is left of it, all shares together. */
  left: number
  personalLeft: number
}

/** People whose month with the employer was paid and not refunded whole, by their id. */
export function listPaidPeople(
  { database }: Platform,
  of: { employerId: string; period: string },
  afterId: string | undefined,
  limit: number,
): Promise<PaidPerson[]> {
  return database.query<PaidPerson>(
    {
      name: 'refund-paid-people',
      text: `SELECT p.individual_id AS "individualId", person.personal, person.id_masked AS "idMasked", p.left, p.personal_left AS "personalLeft"
      FROM (
        SELECT individual_id,
          SUM(pension_personal + medical_personal + unemployment_personal)::float8 AS personal_left,
          SUM(pension_employer + medical_employer + unemployment_employer + work_injury_employer + maternity_employer
            + pension_personal + medical_personal + unemployment_personal)::float8 AS left
        FROM premium_payment month WHERE employer_id = $1 AND period = $2 AND individual_id > $3 AND ${ownMonth('month')}
          AND status IN ('PAID', 'BACK_PAID', 'REFUNDED')
        GROUP BY individual_id
      ) p JOIN individual person ON person.id = p.individual_id WHERE p.left > 0 ORDER BY p.individual_id LIMIT $4`,
    },
    [of.employerId, of.period, afterId ?? '00000000-0000-0000-0000-000000000000', limit],
  )
}

export interface SetAside {
  /** The payment, or the reconciliation item, whose money waits in suspense. */
  id: string
  kind: 'PAYMENT' | 'ITEM'
  employerId: string | null
  reason: string
  /** What came, and what of it has left suspense again. */
  received: number
  left: number
  bankReference: string | null
  valueDate: string | null
  payerMasked: string | null
}

const setAsidePayments = `SELECT payment.id, 'PAYMENT' AS kind, payment.employer_id AS "employerId", payment.failure AS reason,
    (-SUM(entry.amount) FILTER (WHERE transfer.kind = 'SUSPENSE' AND entry.amount < 0))::float8 AS received,
    (-SUM(entry.amount))::float8 AS left, payment.bank_reference AS "bankReference", payment.value_date AS "valueDate",
    NULL AS "payerMasked"
  FROM payment
  JOIN ledger_transfer transfer ON transfer.payment_id = payment.id
  JOIN ledger_entry entry ON entry.transfer_id = transfer.id
  JOIN ledger_account account ON account.id = entry.account_id AND account.kind = 'SUSPENSE'
  WHERE payment.failure IN ('AMOUNT_DIFF', 'DUPLICATE')`

/**
 * A bank item nobody claimed: reconciliation keeps it in suspense, booked under the key of its line, until it goes back to its
 * payer by a refund.
 */
const setAsideItem = `SELECT item.id, 'ITEM' AS kind, item.employer_id AS "employerId", item.resolution AS reason,
    (-SUM(entry.amount))::float8 AS received,
    (-SUM(entry.amount) - COALESCE((SELECT SUM(amount) FROM refund WHERE item_id = item.id AND status = 'PAID_OUT'), 0))::float8 AS left,
    item.reference AS "bankReference", line.value_date AS "valueDate", line.payer_masked AS "payerMasked"
  FROM reconciliation_item item
  JOIN statement_entry line ON line.id = item.bank_entry_id
  JOIN statement ON statement.id = line.statement_id
  JOIN ledger_transfer transfer
    ON transfer.idempotency_key = 'suspense:' || statement.account || ':' || line.reference || '#' || line.occurrence
  JOIN ledger_entry entry ON entry.transfer_id = transfer.id
  JOIN ledger_account account ON account.id = entry.account_id AND account.kind = 'SUSPENSE'
  WHERE item.id = $1 AND item.resolution = 'RETURN_TO_PAYER' GROUP BY item.id, line.id`

/** An employer's payments that were set aside and are still there; at most 100. */
export function listSetAside({ database }: Platform, employerId: string): Promise<SetAside[]> {
  return database.query<SetAside>(
    {
      name: 'refund-set-aside',
      gate: 'WAITING_MONEY',
      text: `${setAsidePayments} AND payment.employer_id = $1 GROUP BY payment.id HAVING SUM(entry.amount) < 0
        ORDER BY payment.id DESC LIMIT 100`,
    },
    [employerId],
  )
}

export async function findSetAside(
  { database }: Platform,
  of: { paymentId?: string | null; itemId?: string | null },
): Promise<SetAside | undefined> {
  const [row] = of.paymentId
    ? await database.query<SetAside>(
        {
          name: 'refund-set-aside-one',
          gate: 'WAITING_MONEY',
          text: `${setAsidePayments} AND payment.id = $1 GROUP BY payment.id`,
        },
        [of.paymentId],
      )
    : await database.query<SetAside>({ name: 'refund-set-aside-item', gate: 'WAITING_MONEY', text: setAsideItem }, [
        of.itemId ?? null,
      ])
  return row
}

/** Money that reconciliation decided to return and for which nobody has begun a refund. */
export interface MoneyToReturn {
  itemId: string
  /** Set when the money is a payment of ours that was set aside, not a line of its own. */
  paymentId: string | null
  day: string
  reference: string
  amount: number
  payerMasked: string | null
}

/** Oldest day first; at most 100. */
export function listMoneyToReturn({ database }: Platform): Promise<MoneyToReturn[]> {
  return database.query<MoneyToReturn>({
    name: 'refund-to-return',
    text: `SELECT item.id AS "itemId", CASE WHEN own.id IS NULL THEN item.payment_id END AS "paymentId", item.day, item.reference,
        item.bank_amount::float8 AS amount, line.payer_masked AS "payerMasked"
      FROM reconciliation_item item
      JOIN statement_entry line ON line.id = item.bank_entry_id
      JOIN statement ON statement.id = line.statement_id
      LEFT JOIN ledger_transfer own
        ON own.idempotency_key = 'suspense:' || statement.account || ':' || line.reference || '#' || line.occurrence
      WHERE item.resolution = 'RETURN_TO_PAYER' AND NOT EXISTS (
        SELECT 1 FROM refund WHERE refund.status <> 'REJECTED'
          AND (refund.item_id = item.id OR (own.id IS NULL AND refund.payment_id = item.payment_id)))
      ORDER BY item.day, item.id LIMIT 100`,
  })
}
