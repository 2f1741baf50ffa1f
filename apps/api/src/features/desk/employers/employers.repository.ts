import type { KeysetValue } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'

export const employerSorts = ['NAME', 'OWED', 'OVERDUE', 'OVERDUE_LONGEST'] as const
export type EmployerSort = (typeof employerSorts)[number]

export interface EmployerLine {
  id: string
  name: string
  registrationNo: string
  creditCode: string
  unitType: string
  /** Fen billed and not paid, late fees as far as they are booked. */
  owed: bigint
  /** Of that, what is past its last day. */
  overdue: bigint
  overdueNotices: number
  /** Last day of the oldest notice that is overdue. */
  oldestDueOn: string | null
  insured: number
  /** The last annual inspection that was submitted. */
  lastFiledYear: number | null
  lastFiledAt: Date | null
}

export interface EmployerSelection {
  sort: EmployerSort
  overdueOnly: boolean
  /** Part of the name, or the beginning of a number. */
  text: string | undefined
  /** Fen owed at least. */
  owedFrom: number
  /** Due before this day, so overdue at least so many days. */
  dueBefore: string | undefined
  today: string
  /** One alone. */
  id?: string | undefined
  after: readonly KeysetValue[] | undefined
  limit: number
}

/** What a sort goes by, and how a cursor's value of it is read. */
const orders: Readonly<Record<EmployerSort, { by: string; type: string; direction: 'ASC' | 'DESC' }>> = {
  NAME: { by: 'name COLLATE "C"', type: 'text COLLATE "C"', direction: 'ASC' },
  OWED: { by: 'owed', type: 'bigint', direction: 'DESC' },
  OVERDUE: { by: 'overdue', type: 'bigint', direction: 'DESC' },
  OVERDUE_LONGEST: { by: `COALESCE("oldestDueOn", '9999-12-31')`, type: 'text', direction: 'ASC' },
}

/** The value that a cursor of this sort holds. */
export function sortValue(sort: EmployerSort, line: EmployerLine): KeysetValue {
  if (sort === 'NAME') return line.name
  return sort === 'OVERDUE_LONGEST'
    ? (line.oldestDueOn ?? '9999-12-31')
    : String(sort === 'OWED' ? line.owed : line.overdue)
}

// Nothing of an unpaid notice is settled, so its total is what is owed; of the others the ledger says it.
const debts = `SELECT employer_id, sum(open)::bigint AS owed,
    (COALESCE(sum(open) FILTER (WHERE due_on < $1), 0))::bigint AS overdue,
    (count(*) FILTER (WHERE due_on < $1 AND open > 0))::int AS notices, min(due_on) FILTER (WHERE due_on < $1 AND open > 0) AS oldest
  FROM (SELECT notice.employer_id, notice.due_on, CASE WHEN notice.status = 'UNPAID' THEN notice.total ELSE COALESCE((
      SELECT sum(share.outstanding) FROM notice_share_balance share WHERE share.notice_id = notice.id), 0) END AS open
    FROM payment_notice notice WHERE notice.status IN ('UNPAID', 'SENT_TO_BANK', 'PARTIALLY_PAID')) notices
  GROUP BY employer_id`

/** A page of employers with what they owe; who is insured and what was filed is counted for the page alone. */
export function listEmployerLines({ database }: Platform, wanted: EmployerSelection): Promise<EmployerLine[]> {
  const { by, type, direction } = orders[wanted.sort]
  const [value = null, id = null] = wanted.after ?? []
  return database.query<EmployerLine>(
    {
      name: `employer-list-${wanted.sort}`,
      text: `WITH debt AS (${debts}),
      line AS (
        SELECT employer.id, employer.name, employer.registration_no AS "registrationNo", employer.credit_code AS "creditCode",
          employer.unit_type AS "unitType", COALESCE(debt.owed, 0)::bigint AS owed, COALESCE(debt.overdue, 0)::bigint AS overdue,
          COALESCE(debt.notices, 0) AS "overdueNotices", debt.oldest AS "oldestDueOn"
        FROM employer LEFT JOIN debt ON debt.employer_id = employer.id
        WHERE (NOT $2::boolean OR debt.overdue > 0) AND COALESCE(debt.owed, 0) >= $3
          AND ($4::text IS NULL OR debt.oldest < $4)
          AND ($10::uuid IS NULL OR employer.id = $10)
          AND ($5::text IS NULL OR employer.name ILIKE $5 OR employer.registration_no LIKE $6 OR employer.credit_code LIKE $6)
      ),
      page AS (
        SELECT * FROM line WHERE $7::text IS NULL OR (${by}, id) ${direction === 'ASC' ? '>' : '<'} ($7::${type}, $8::uuid)
        ORDER BY ${by} ${direction}, id ${direction} LIMIT $9
      )
      SELECT page.*, people.insured, filed.year AS "lastFiledYear", filed.submitted_at AS "lastFiledAt"
      FROM page
      CROSS JOIN LATERAL (SELECT count(*)::int AS insured FROM enrolment
        WHERE enrolment.employer_id = page.id AND (to_period IS NULL OR to_period >= left($1, 7)) AND from_period <= left($1, 7)) people
      LEFT JOIN LATERAL (SELECT year, submitted_at FROM declaration
        WHERE declaration.employer_id = page.id AND kind = 'ANNUAL_INSPECTION' AND version > 0 ORDER BY year DESC LIMIT 1) filed ON true
      ORDER BY ${by} ${direction}, id ${direction}`,
    },
    [
      wanted.today,
      wanted.overdueOnly,
      wanted.owedFrom,
      wanted.dueBefore ?? null,
      wanted.text ? `%${escaped(wanted.text)}%` : null,
      wanted.text ? `${escaped(wanted.text.toUpperCase())}%` : null,
      value,
      id,
      wanted.limit,
      wanted.id ?? null,
    ],
  )
}

/** A percent sign or underline in a name is that sign. */
const escaped = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

export interface EmployerSums {
  employers: number
  debtors: number
  overdue: bigint
}

export async function sumEmployers({ database }: Platform, today: string): Promise<EmployerSums> {
  const [sums] = await database.query<EmployerSums>(
    {
      name: 'employer-list-sums',
      text: `WITH debt AS (${debts}) SELECT (SELECT count(*) FROM employer)::int AS employers,
        (count(*) FILTER (WHERE overdue > 0))::int AS debtors, COALESCE(sum(overdue), 0)::bigint AS overdue FROM debt`,
    },
    [today],
  )
  return sums ?? { employers: 0, debtors: 0, overdue: 0n }
}
