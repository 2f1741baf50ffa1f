import type { FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { broughtAlong, movedAway } from '../../register/individual/index.ts'

/** What one insurance of a person comes to up to a month, and in the months of its year. Amounts are whole fen. */
export interface InsuranceTotals {
  individualId: string
  insurance: FiveInsurance
  /** Months that count, each once, whoever paid it. */
  months: number
  monthsOfYear: number
  firstInsured: string | null
  base: number
  employer: number
  personal: number
}

/**
 * Months and money of these people from `from` (January) and before, up to `until`, in one question. Money is what came in for the
 * months of the year less what was refunded of them; maternity that is collected with medical follows it (SIL 64).
 */
export function listInsuranceTotals(
  { database }: Platform,
  individualIds: readonly string[],
  { from, until }: { from: string; until: string },
): Promise<InsuranceTotals[]> {
  return database.query<InsuranceTotals>(
    {
      name: 'insurance-totals',
      text: `SELECT individual_id AS "individualId", insurance,
        count(DISTINCT period) FILTER (WHERE counted)::int AS months,
        count(DISTINCT period) FILTER (WHERE counted AND period >= $2)::int AS "monthsOfYear",
        min(period) FILTER (WHERE counted) AS "firstInsured",
        COALESCE(sum(base) FILTER (WHERE period >= $2), 0)::float8 AS base,
        COALESCE(sum(employer) FILTER (WHERE period >= $2), 0)::float8 AS employer,
        COALESCE(sum(personal) FILTER (WHERE period >= $2), 0)::float8 AS personal
      FROM (SELECT p.individual_id, p.period, i.insurance, i.base, i.employer, i.personal, counted FROM premium_payment p, LATERAL (VALUES
        ('PENSION', p.pension_base, p.pension_base, p.pension_employer, p.pension_personal),
        ('MEDICAL', p.medical_base, p.medical_base, p.medical_employer, p.medical_personal),
        ('UNEMPLOYMENT', p.unemployment_base, p.unemployment_base, p.unemployment_employer, p.unemployment_personal),
        ('WORK_INJURY', p.work_injury_base, p.work_injury_base, p.work_injury_employer, 0),
        ('MATERNITY', GREATEST(p.maternity_base, p.medical_base), p.maternity_base, p.maternity_employer, 0)
      ) AS i(insurance, insured_by, base, employer, personal),
      LATERAL (SELECT p.status IN ('PAID', 'BACK_PAID') AND i.insured_by > 0 AND NOT ${movedAway}) AS c(counted)
      WHERE p.individual_id = ANY($1::uuid[]) AND p.period <= $3 AND p.status IN ('PAID', 'BACK_PAID', 'REFUNDED')
      UNION ALL SELECT individual_id, period, insurance, 0, 0, 0, true
      FROM (${broughtAlong('m.individual_id = ANY($1::uuid[])')}) brought WHERE period <= $3) months
      GROUP BY individual_id, insurance`,
    },
    [individualIds, from, until],
  )
}

/** The employee's pension shares that came in or went back in one month. */
export interface PostedMonth {
  individualId: string
  month: string
  /** From another region's account or to one. */
  transferred: boolean
  amount: number
}

/**
 * What came into the personal accounts of these people, by month of posting, a refund as less. A month that was brought in as paid
 * without a day counts in the month it was for [PD]. What came from another region's account came in the month of its money, less what
 * of it goes back for doubled months; what went to one left in the month of its money.
 */
export function listAccountPostings({ database }: Platform, individualIds: readonly string[]): Promise<PostedMonth[]> {
  return database.query<PostedMonth>(
    {
      name: 'account-postings',
      text: `SELECT individual_id AS "individualId", COALESCE(left(posted_on, 7), period) AS month, false AS transferred,
        sum(pension_personal)::float8 AS amount
      FROM premium_payment WHERE individual_id = ANY($1::uuid[]) AND status IN ('PAID', 'BACK_PAID', 'REFUNDED')
      GROUP BY 1, 2 HAVING sum(pension_personal) <> 0
      UNION ALL SELECT individual_id, left(funds_on, 7), true,
        sum(CASE direction WHEN 'IN' THEN funds_account - COALESCE(refund_account, 0) ELSE 0 - funds_account END)::float8
      FROM relation_transfer WHERE individual_id = ANY($1::uuid[]) AND confirmed_by IS NOT NULL AND funds_account > 0
      GROUP BY 1, 2 ORDER BY 1, 2, 3`,
    },
    [individualIds],
  )
}

/** The unit that somebody was last billed with, and the region it stands in. */
export interface LastUnit {
  individualId: string
  employerName: string
  region: string
}

export function listLastUnits(
  { database }: Platform,
  individualIds: readonly string[],
  until: string,
): Promise<LastUnit[]> {
  return database.query<LastUnit>(
    {
      name: 'last-units',
      text: `SELECT DISTINCT ON (p.individual_id) p.individual_id AS "individualId", e.name AS "employerName", e.region
      FROM premium_payment p JOIN employer e ON e.id = p.employer_id
      WHERE p.individual_id = ANY($1::uuid[]) AND p.period <= $2 ORDER BY p.individual_id, p.period DESC, p.employer_id DESC`,
    },
    [individualIds, until],
  )
}
