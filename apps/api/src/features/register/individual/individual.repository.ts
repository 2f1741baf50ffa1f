import { FIVE_INSURANCES } from '@shebao/kernel'
import type { FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { broughtAlong, movedAway } from './counted-months.repository.ts'

export interface IndividualRow {
  personal: Uint8Array
  idMasked: string
  sex: string
  birthDate: string
}

export async function findIndividual({ database }: Platform, id: string): Promise<IndividualRow | undefined> {
  const [row] = await database.query<IndividualRow>(
    {
      name: 'individual',
      text: 'SELECT personal, id_masked AS "idMasked", sex, birth_date AS "birthDate" FROM individual WHERE id = $1',
    },
    [id],
  )
  return row
}

/** A stretch of months in which the same held of somebody with one unit. */
export interface StretchRow {
  spellId: string
  employerName: string
  fromPeriod: string
  toPeriod: string | null
  leaveDate: string | null
  stopReason: string | null
  insurances: FiveInsurance[]
}

/** As it is known now, in the order of the months; a person has some dozens in a life. */
export function listInsuredStretches({ database }: Platform, individualId: string): Promise<StretchRow[]> {
  return database.query<StretchRow>(
    {
      name: 'insured-stretches',
      text: `SELECT spell_id AS "spellId", employer.name AS "employerName", from_period AS "fromPeriod", to_period AS "toPeriod",
        leave_date AS "leaveDate", stop_reason AS "stopReason",
        array_remove(ARRAY[${FIVE_INSURANCES.map((code) => `CASE WHEN ${code.toLowerCase()} THEN '${code}' END`).join(', ')}], NULL) AS insurances
      FROM enrolment JOIN employer ON employer.id = employer_id WHERE individual_id = $1 AND superseded_at IS NULL
      ORDER BY from_period, enrolment.id LIMIT 1000`,
    },
    [individualId],
  )
}

export interface InsuredPeriods {
  insurance: string
  /** Paid months, each once, in order. */
  periods: string[]
}

/**
 * The months that count, per insurance: paid, with a base, and a month with two employers only once (section 7). Months that were moved to
 * another region count there; months that came from one count here.
 */
export function listPaidPeriods({ database }: Platform, individualId: string): Promise<InsuredPeriods[]> {
  return database.query<InsuredPeriods>(
    {
      name: 'paid-periods',
      text: `SELECT insurance, array_agg(DISTINCT period ORDER BY period) AS periods FROM (SELECT i.insurance, p.period
      FROM premium_payment p, LATERAL (VALUES
        ('PENSION', p.pension_base), ('MEDICAL', p.medical_base), ('UNEMPLOYMENT', p.unemployment_base),
        ('WORK_INJURY', p.work_injury_base), ('MATERNITY', GREATEST(p.maternity_base, p.medical_base))
      ) AS i(insurance, base)
      WHERE p.individual_id = $1 AND p.status IN ('PAID', 'BACK_PAID') AND i.base > 0 AND NOT ${movedAway}
      UNION ALL SELECT insurance, period FROM (${broughtAlong('m.individual_id = $1')}) brought) counted GROUP BY insurance`,
    },
    [individualId],
  )
}

/** The pension months of several people, each month once; who has none is left out. */
export function listPensionPeriods(
  { database }: Platform,
  individualIds: readonly string[],
): Promise<{ individualId: string; periods: string[] }[]> {
  return database.query<{ individualId: string; periods: string[] }>(
    {
      name: 'pension-periods',
      text: `SELECT individual_id AS "individualId", array_agg(DISTINCT period ORDER BY period) AS periods FROM (
        SELECT p.individual_id, p.period FROM premium_payment p, (VALUES ('PENSION')) AS i(insurance)
        WHERE p.individual_id = ANY($1::uuid[]) AND p.status IN ('PAID', 'BACK_PAID') AND p.pension_base > 0 AND NOT ${movedAway}
        UNION ALL SELECT individual_id, period FROM (${broughtAlong(`m.individual_id = ANY($1::uuid[]) AND m.insurance = 'PENSION'`)}) brought
      ) counted GROUP BY individual_id`,
    },
    [individualIds],
  )
}

export async function findFirstAndLastPeriod(
  { database }: Platform,
  individualId: string,
): Promise<{ first: string | null; last: string | null }> {
  const [row] = await database.query<{ first: string | null; last: string | null }>(
    {
      name: 'period-range',
      text: 'SELECT min(period) AS first, max(period) AS last FROM premium_payment WHERE individual_id = $1',
    },
    [individualId],
  )
  return row ?? { first: null, last: null }
}
