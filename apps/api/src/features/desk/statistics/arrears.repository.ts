import type { Platform } from '../../../platform/platform.ts'
import type { OverdueAge, StatisticDimension, StatisticSelection } from './statistics-codes.ts'

// Bills past their last day with what is open of them by insurance, without late fees. Nothing of an unpaid bill is settled, so its
// lines say what is open; of the others the ledger does. Each kind by itself, and the shares of one bill after the other (OFFSET 0):
// else the planner thinks that every bill needs the ledger, or sums up all of it. No statement here has a name: planned without
// knowing the months, they are thought to find next to nothing.
const openShares = `(
    SELECT notice.id, notice.number, notice.employer_id, notice.period, notice.due_on, line.insurance, line.employer + line.personal AS open
    FROM payment_notice notice CROSS JOIN LATERAL (
      SELECT line.insurance, line.employer, line.personal FROM payment_notice_line line WHERE line.notice_id = notice.id OFFSET 0) line
    WHERE notice.status = 'UNPAID'
    UNION ALL
    SELECT notice.id, notice.number, notice.employer_id, notice.period, notice.due_on, balance.insurance, balance.outstanding
    FROM payment_notice notice CROSS JOIN LATERAL (
      SELECT share.insurance, share.outstanding FROM notice_share_balance share
      WHERE share.notice_id = notice.id AND share.insurance IS NOT NULL OFFSET 0) balance
    WHERE notice.status IN ('SENT_TO_BANK', 'PARTIALLY_PAID')
  )`
const overdue = `${openShares} bill JOIN employer ON employer.id = bill.employer_id`
const overdueInMonths =
  'bill.due_on < $6 AND bill.open > 0 AND bill.period BETWEEN $1 AND $2 AND ($3::text IS NULL OR bill.insurance = $3)'
const ofEmployers =
  '($4::text IS NULL OR employer.industry = $4) AND ($5::text IS NULL OR district_of(employer.registration_no) = $5)'

const age = `CASE WHEN bill.due_on >= $7 THEN 'D30' WHEN bill.due_on >= $8 THEN 'D90' WHEN bill.due_on >= $9 THEN 'D365' ELSE 'OLDER' END`

const selected = `${overdueInMonths} AND ${ofEmployers}`

/** The first days on which something is due to be of each age today. */
export interface AgeLimits {
  today: string
  D30: string
  D90: string
  D365: string
}

const valuesOf = ({ from, to, insurance, industry, district }: StatisticSelection, limits: AgeLimits) => [
  from,
  to,
  insurance ?? null,
  industry ?? null,
  district ?? null,
  limits.today,
]
const agesOf = ({ D30, D90, D365 }: AgeLimits) => [D30, D90, D365]

export interface OverdueSum {
  key: string
  overdue: bigint
}

/** What stands beside each other, and what of it is the bill's own: the rest is the employer's. */
const columns: Readonly<Record<StatisticDimension, { key: string; ofBill: string }>> = {
  PERIOD: { key: 'unit.of_bill', ofBill: 'bill.period' },
  INSURANCE: { key: 'unit.of_bill', ofBill: 'bill.insurance' },
  INDUSTRY: { key: 'employer.industry', ofBill: 'NULL' },
  DISTRICT: { key: 'district_of(employer.registration_no)', ofBill: 'NULL' },
}

/** What is overdue today by one dimension. Added up by employer first: who is where is asked once of each, and not of each share. */
export function sumOverdue(
  { database }: Platform,
  by: StatisticDimension,
  selection: StatisticSelection,
  limits: AgeLimits,
): Promise<OverdueSum[]> {
  const { key, ofBill } = columns[by]
  return database.query<OverdueSum>(
    {
      text: `SELECT ${key} AS key, sum(unit.open)::bigint AS overdue
        FROM (SELECT bill.employer_id, ${ofBill} AS of_bill, sum(bill.open) AS open FROM ${openShares} bill
          WHERE ${overdueInMonths} GROUP BY 1, 2) unit
        JOIN employer ON employer.id = unit.employer_id WHERE ${ofEmployers} GROUP BY 1`,
    },
    valuesOf(selection, limits),
  )
}

export interface AgeSum {
  period: string
  age: OverdueAge
  bills: number
  overdue: bigint
}

/** The same by month of the bill and by how long it is overdue. */
export function sumByAge({ database }: Platform, selection: StatisticSelection, limits: AgeLimits): Promise<AgeSum[]> {
  return database.query<AgeSum>(
    {
      text: `SELECT bill.period, ${age} AS age, count(DISTINCT bill.id)::int AS bills, sum(bill.open)::bigint AS overdue
        FROM ${overdue} WHERE ${selected} GROUP BY 1, 2 ORDER BY 1, 2`,
    },
    [...valuesOf(selection, limits), ...agesOf(limits)],
  )
}

export interface OverdueBill {
  id: string
  number: string
  employerId: string
  employerName: string
  registrationNo: string
  period: string
  dueOn: string
  overdue: bigint
}

/** The bills themselves, the largest first. */
export function listOverdueBills(
  { database }: Platform,
  selection: StatisticSelection & { age?: OverdueAge | undefined },
  limits: AgeLimits,
  page: { after: readonly [string, string] | undefined; limit: number },
): Promise<OverdueBill[]> {
  const [amount = null, id = null] = page.after ?? []
  return database.query<OverdueBill>(
    {
      text: `SELECT * FROM (
        SELECT bill.id, bill.number, bill.employer_id AS "employerId", employer.name AS "employerName",
          employer.registration_no AS "registrationNo", bill.period, bill.due_on AS "dueOn", sum(bill.open)::bigint AS overdue
        FROM ${overdue} WHERE ${selected} AND ($10::text IS NULL OR ${age} = $10)
        GROUP BY bill.id, bill.number, bill.employer_id, employer.name, employer.registration_no, bill.period, bill.due_on) listed
      WHERE $11::bigint IS NULL OR (overdue, id) < ($11, $12::uuid) ORDER BY overdue DESC, id DESC LIMIT $13`,
    },
    [...valuesOf(selection, limits), ...agesOf(limits), selection.age ?? null, amount, id, page.limit],
  )
}
