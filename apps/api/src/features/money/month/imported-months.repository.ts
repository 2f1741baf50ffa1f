import type { Platform } from '../../../platform/platform.ts'
import { monthAmounts } from './month-rows.repository.ts'

/** SQL: no month that was brought in, which no money of this ledger belongs to: nothing of it is billed, corrected or refunded here. */
export const ownMonth = (month: string) => `NOT (${month}.kind = 'NORMAL' AND ${month}.notice_id IS NULL)`

/** SQL: the month of this enrolment was brought in, and paid before this ledger began. */
export const isImportedMonth = (enrolment: string, period: string) =>
  `EXISTS (SELECT 1 FROM premium_payment brought WHERE brought.individual_id = ${enrolment}.individual_id AND brought.period = ${period}
    AND brought.employer_id = ${enrolment}.employer_id AND brought.kind = 'NORMAL' AND brought.sequence = 0 AND brought.notice_id IS NULL)`

/**
 * Months that were paid before this office's ledger began (HISTORY): rows of kind NORMAL without a notice. They count towards
 * pensions and stand on the month grid; no debt and no money of this ledger belongs to them.
 */
export interface ImportedMonth {
  individualId: string
  employerId: string
  period: string
  postedOn: string
  /** In the order of `monthAmounts`. */
  amounts: readonly number[]
}

const monthsAtOnce = 5_000
const names = monthAmounts.join(', ')
const arrays = monthAmounts.map((_, index) => `$${index + 5}::bigint[]`).join(', ')

/** All in a few statements; the database refuses a month that is there already. */
export async function insertImportedMonths({ database }: Platform, months: readonly ImportedMonth[]): Promise<void> {
  for (let start = 0; start < months.length; start += monthsAtOnce) {
    const part = months.slice(start, start + monthsAtOnce)
    await database.query(
      {
        name: 'month-insert-imported',
        text: `INSERT INTO premium_payment (individual_id, employer_id, period, posted_on, kind, sequence, status, ${names})
          SELECT individual_id, employer_id, period, posted_on, 'NORMAL', 0, 'PAID', ${names}
          FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], ${arrays})
            AS month(individual_id, employer_id, period, posted_on, ${names})`,
      },
      [
        part.map(({ individualId }) => individualId),
        part.map(({ employerId }) => employerId),
        part.map(({ period }) => period),
        part.map(({ postedOn }) => postedOn),
        ...monthAmounts.map((_, index) => part.map(({ amounts }) => amounts[index] ?? 0)),
      ],
    )
  }
}

export interface MonthOfImport {
  individualId: string
  employerId: string
  period: string
}

const keys = `unnest($1::uuid[], $2::uuid[], $3::text[]) AS gone(individual_id, employer_id, period)`
const keysOf = (months: readonly MonthOfImport[]) => [
  months.map(({ individualId }) => individualId),
  months.map(({ employerId }) => employerId),
  months.map(({ period }) => period),
]

/** What belongs to these months besides: differences, refunds, or whatever else was booked of them since. */
export async function countStandingOnMonths(
  { database }: Platform,
  months: readonly MonthOfImport[],
): Promise<{ refunds: number; later: number }> {
  const [row] = await database.query<{ refunds: number; later: number }>(
    {
      name: 'month-standing-on-imported',
      text: `SELECT count(*) FILTER (WHERE month.kind = 'REFUND' OR month.status = 'REFUNDED')::int AS refunds,
          count(*) FILTER (WHERE month.kind NOT IN ('NORMAL', 'REFUND'))::int AS later
        FROM ${keys} JOIN premium_payment month USING (individual_id, employer_id, period)`,
    },
    keysOf(months),
  )
  return row ?? { refunds: 0, later: 0 }
}

/** Only rows without a notice can go: the database refuses every other. */
export async function removeImportedMonths({ database }: Platform, months: readonly MonthOfImport[]): Promise<void> {
  await database.query(
    {
      name: 'month-remove-imported',
      text: `DELETE FROM premium_payment month USING ${keys}
        WHERE month.individual_id = gone.individual_id AND month.employer_id = gone.employer_id AND month.period = gone.period
          AND month.kind = 'NORMAL' AND month.notice_id IS NULL`,
    },
    keysOf(months),
  )
}
