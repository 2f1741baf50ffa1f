import type { Platform } from '../../../platform/platform.ts'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import type { MonthKind, MonthStatus } from './month-codes.ts'
import type { BilledBy } from '../policy/index.ts'

/** One person's month as it is read: amounts are whole fen, exact in a double (all below 2^53). */
export interface PremiumMonth {
  individualId: string
  period: string
  employerId: string
  kind: MonthKind
  /** Counts differences and refunds of one month; 0 for the month itself. */
  sequence: number
  status: MonthStatus
  postedOn: string | null
  employerName: string
  averageWage: Fen
  pensionBase: Fen
  pensionEmployer: Fen
  pensionPersonal: Fen
  medicalBase: Fen
  medicalEmployer: Fen
  medicalPersonal: Fen
  unemploymentBase: Fen
  unemploymentEmployer: Fen
  unemploymentPersonal: Fen
  workInjuryBase: Fen
  workInjuryEmployer: Fen
  maternityBase: Fen
  maternityEmployer: Fen
}

/** Cast to float8 so that the driver hands out numbers: the hottest read of the product makes no BigInt. */
const columns = `p.individual_id AS "individualId", p.period, p.employer_id AS "employerId", p.kind, p.sequence, p.status,
  p.posted_on AS "postedOn", p.average_wage::float8 AS "averageWage",
  p.pension_base::float8 AS "pensionBase", p.pension_employer::float8 AS "pensionEmployer",
  p.pension_personal::float8 AS "pensionPersonal", p.medical_base::float8 AS "medicalBase",
  p.medical_employer::float8 AS "medicalEmployer", p.medical_personal::float8 AS "medicalPersonal",
  p.unemployment_base::float8 AS "unemploymentBase", p.unemployment_employer::float8 AS "unemploymentEmployer",
  p.unemployment_personal::float8 AS "unemploymentPersonal", p.work_injury_base::float8 AS "workInjuryBase",
  p.work_injury_employer::float8 AS "workInjuryEmployer", p.maternity_base::float8 AS "maternityBase",
  p.maternity_employer::float8 AS "maternityEmployer"`
const withEmployer = `${columns}, e.name AS "employerName"`

/**
 * The key has the months with their amounts, in order. Each employer is looked up once and not with every month, one by one: a join
 * would be planned for as many employers as months, and read all there are.
 */
const personMonthsStatement = {
  name: 'person-months',
  text: `WITH page AS MATERIALIZED (
      SELECT ${columns} FROM premium_payment p
      WHERE p.individual_id = $1 AND p.period BETWEEN $2 AND $3 AND (p.period, p.employer_id, p.kind, p.sequence) < ($4, $5, $6, $7)
      ORDER BY p.period DESC, p.employer_id DESC, p.kind DESC, p.sequence DESC LIMIT $8),
    unit AS MATERIALIZED (
      SELECT of.id, named.name FROM (SELECT DISTINCT "employerId" AS id FROM page) of
      CROSS JOIN LATERAL (SELECT name FROM employer WHERE employer.id = of.id LIMIT 1) named)
    SELECT page.*, unit.name AS "employerName" FROM page JOIN unit ON unit.id = page."employerId"
    ORDER BY page.period DESC, page."employerId" DESC, page.kind DESC, page.sequence DESC`,
}

export interface MonthKey {
  period: string
  employerId: string
  kind: string
  sequence: number
}

/** Before every month there can be. */
const afterTheLast: MonthKey = {
  period: '9999-99',
  employerId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  kind: '~',
  sequence: 0,
}

/** The hottest question: its statement and its parameters in one place, so that the benchmark's bare route cannot ask another. */
export function personMonthsQuery(
  individualId: string,
  range: { from: string; to: string },
  before: MonthKey | undefined,
  limit: number,
) {
  const { period, employerId, kind, sequence } = before ?? afterTheLast
  const values = [individualId, range.from, range.to, period, employerId, kind, sequence, limit]
  return { statement: personMonthsStatement, values }
}

/** One person's months, newest first, as the key has them. */
export function listPersonMonths(
  { database }: Platform,
  ...asked: Parameters<typeof personMonthsQuery>
): Promise<PremiumMonth[]> {
  const { statement, values } = personMonthsQuery(...asked)
  return database.query<PremiumMonth>(statement, values)
}

/** What was assessed for a month, without its amounts: which insurances have a base, and the status. */
export interface AssessedMonthRow {
  period: string
  status: MonthStatus
  insurances: FiveInsurance[]
}

/** Every month of one person in one question: at most a row a month and status, so some hundreds in a life. */
export function listAssessedMonths({ database }: Platform, individualId: string): Promise<AssessedMonthRow[]> {
  return database.query<AssessedMonthRow>(
    {
      name: 'assessed-months',
      // Maternity that is collected with medical has no base of its own (SIL 64).
      text: `SELECT period, status, array_remove(ARRAY[
        CASE WHEN bool_or(pension_base > 0) THEN 'PENSION' END, CASE WHEN bool_or(medical_base > 0) THEN 'MEDICAL' END,
        CASE WHEN bool_or(unemployment_base > 0) THEN 'UNEMPLOYMENT' END,
        CASE WHEN bool_or(work_injury_base > 0) THEN 'WORK_INJURY' END,
        CASE WHEN bool_or(maternity_base > 0 OR medical_base > 0) THEN 'MATERNITY' END], NULL) AS insurances
      FROM premium_payment WHERE individual_id = $1 AND kind <> 'REFUND' GROUP BY period, status ORDER BY period LIMIT 3000`,
    },
    [individualId],
  )
}

export async function findMonth(
  { database }: Platform,
  individualId: string,
  key: MonthKey,
): Promise<PremiumMonth | undefined> {
  const [row] = await database.query<PremiumMonth>(
    {
      name: 'one-month',
      text: `SELECT ${withEmployer} FROM premium_payment p JOIN employer e ON e.id = p.employer_id
      WHERE p.individual_id = $1 AND p.period = $2 AND p.employer_id = $3 AND p.kind = $4 AND p.sequence = $5`,
    },
    [individualId, key.period, key.employerId, key.kind, key.sequence],
  )
  return row
}

/** Everything that was billed, differed or refunded for one person's month with one employer; a handful of rows. */
export function listRowsOfMonth(
  { database }: Platform,
  individualId: string,
  { period, employerId }: Pick<MonthKey, 'employerId' | 'period'>,
): Promise<PremiumMonth[]> {
  return database.query<PremiumMonth>(
    {
      name: 'rows-of-month',
      text: `SELECT ${withEmployer} FROM premium_payment p JOIN employer e ON e.id = p.employer_id
      WHERE p.individual_id = $1 AND p.period = $2 AND p.employer_id = $3 ORDER BY p.kind, p.sequence LIMIT 100`,
    },
    [individualId, period, employerId],
  )
}

/** When the notice of a row was made, and by which class; undefined for a row without one. */
export async function findBilledAt(
  { database }: Platform,
  individualId: string,
  key: MonthKey,
): Promise<BilledBy | undefined> {
  const [row] = await database.query<BilledBy>(
    {
      name: 'billing-billed-at',
      text: `SELECT notice.created_at AS at, injury_class AS "injuryClass", injury_rate_ppm AS "injuryRatePpm" FROM premium_payment month JOIN payment_notice notice ON notice.id = month.notice_id
      WHERE month.individual_id = $1 AND month.period = $2 AND month.employer_id = $3 AND month.kind = $4 AND month.sequence = $5`,
    },
    [individualId, key.period, key.employerId, key.kind, key.sequence],
  )
  return row
}

/** What the average of a month came from, as the person's enrolment has or had it. */
export interface WageOrigin {
  wagesLastYear: bigint | null
  monthsWorked: number | null
  firstMonthWage: bigint | null
}

/**
 * What the register says, or said when the month was billed, of where its average came from: the enrolment of the month that has
 * this average, the one known now before those known earlier, the latest when someone left and came back.
 */
export async function findWageOrigin(
  { database }: Platform,
  individualId: string,
  { employerId, period, averageWage }: Pick<PremiumMonth, 'employerId' | 'period' | 'averageWage'>,
): Promise<WageOrigin | undefined> {
  const [row] = await database.query<WageOrigin>(
    {
      name: 'billing-wage-origin',
      text: `SELECT wages_last_year AS "wagesLastYear", months_worked AS "monthsWorked", first_month_wage AS "firstMonthWage"
      FROM enrolment WHERE individual_id = $1 AND employer_id = $2 AND from_period <= $3 AND (to_period IS NULL OR to_period >= $3)
        AND average_wage = $4
      ORDER BY superseded_at DESC NULLS FIRST, from_period DESC, recorded_at DESC LIMIT 1`,
    },
    [individualId, employerId, period, averageWage],
  )
  return row
}

export interface NoticePersonRow extends PremiumMonth {
  personal: Uint8Array
  idMasked: string
  nameMasked: string
}

/** The people of a notice, by their id, each with the month as it was billed. */
export function listNoticePeople(
  { database }: Platform,
  noticeId: string,
  afterId: string | undefined,
  limit: number,
): Promise<NoticePersonRow[]> {
  return database.query<NoticePersonRow>(
    {
      name: 'notice-people',
      text: `SELECT ${withEmployer}, i.personal, i.id_masked AS "idMasked", i.name_masked AS "nameMasked"
      FROM premium_payment p JOIN employer e ON e.id = p.employer_id JOIN individual i ON i.id = p.individual_id
      WHERE p.notice_id = $1 AND p.kind <> 'REFUND' AND p.individual_id > $2 ORDER BY p.individual_id LIMIT $3`,
    },
    [noticeId, afterId ?? '00000000-0000-0000-0000-000000000000', limit],
  )
}
