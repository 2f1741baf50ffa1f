import type { Platform } from '../../../platform/platform.ts'
import type { OverdueAge, StatisticDimension, StatisticSelection } from './statistics-codes.ts'

// Bills past their last day with what is open of them by insurance, without late fees. Nothing of an unpaid bill is settled, so its
// lines say what is open; of the others the ledger does.
const overdue = `payment_notice notice
  JOIN employer ON employer.id = notice.employer_id
  CROSS JOIN LATERAL (
    SELECT line.insurance, line.employer + line.personal AS open FROM payment_notice_line line
    WHERE notice.status = 'UNPAID' AND line.notice_id = notice.id
    UNION ALL
    SELECT balance.insurance, balance.outstanding FROM notice_share_balance balance
    WHERE notice.status <> 'UNPAID' AND balance.notice_id = notice.id AND balance.insurance IS NOT NULL
  ) share`

const age = `CASE WHEN notice.due_on >= $7 THEN 'D30' WHEN notice.due_on >= $8 THEN 'D90' WHEN notice.due_on >= $9 THEN 'D365' ELSE 'OLDER' END`

const selected = `notice.status IN ('UNPAID', 'SENT_TO_BANK', 'PARTIALLY_PAID') AND notice.due_on < $6 AND share.open > 0
  AND notice.period BETWEEN $1 AND $2 AND ($3::text IS NULL OR share.insurance = $3)
  AND ($4::text IS NULL OR employer.industry = $4) AND ($5::text IS NULL OR district_of(employer.registration_no) = $5)`

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

const columns: Readonly<Record<StatisticDimension, string>> = {
  PERIOD: 'notice.period',
  INSURANCE: 'share.insurance',
  INDUSTRY: 'employer.industry',
  DISTRICT: 'district_of(employer.registration_no)',
}

/** What is overdue today by one dimension. */
export function sumOverdue(
  { database }: Platform,
  by: StatisticDimension,
  selection: StatisticSelection,
  limits: AgeLimits,
): Promise<OverdueSum[]> {
  return database.query<OverdueSum>(
    {
      name: `statistics-overdue-${by}`,
      text: `SELECT ${columns[by]} AS key, sum(share.open)::bigint AS overdue
        FROM ${overdue} WHERE ${selected} GROUP BY 1`,
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
      name: 'statistics-ages',
      text: `SELECT notice.period, ${age} AS age, count(DISTINCT notice.id)::int AS bills, sum(share.open)::bigint AS overdue
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
      name: 'statistics-overdue-bills',
      text: `SELECT * FROM (
        SELECT notice.id, notice.number, notice.employer_id AS "employerId", employer.name AS "employerName",
          employer.registration_no AS "registrationNo", notice.period, notice.due_on AS "dueOn", sum(share.open)::bigint AS overdue
        FROM ${overdue} WHERE ${selected} AND ($10::text IS NULL OR ${age} = $10)
        GROUP BY notice.id, employer.name, employer.registration_no) bill
      WHERE $11::bigint IS NULL OR (overdue, id) < ($11, $12::uuid) ORDER BY overdue DESC, id DESC LIMIT $13`,
    },
    [...valuesOf(selection, limits), ...agesOf(limits), selection.age ?? null, amount, id, page.limit],
  )
}
