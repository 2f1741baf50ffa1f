import type { AcceptedPerson, AcceptedVersion } from '../individual/index.ts'
import type { Platform } from '../../../platform/platform.ts'

const columns = `average_wage, wages_last_year, months_worked, first_month_wage, employment_form, household_type, hire_date, pension, medical, unemployment, work_injury, maternity`
const people = `unnest($4::int[], $5::bigint[], $6::bigint[], $7::int[], $8::bigint[], $9::text[], $10::text[], $11::text[],
  $12::boolean[], $13::boolean[], $14::boolean[], $15::boolean[], $16::boolean[]) AS p(row_no, ${columns})`
const matched = `${people} JOIN personnel_record r ON r.declaration_id = $1 AND r.version = $2 AND r.row_no = p.row_no
  JOIN individual i ON i.id_hash = r.id_hash`

function valuesOf(of: AcceptedVersion, list: readonly AcceptedPerson[]): unknown[] {
  return [
    of.declarationId,
    of.version,
    of.employerId,
    list.map(({ row }) => row),
    list.map(({ averageWage }) => averageWage),
    list.map(({ wagesLastYear }) => wagesLastYear),
    list.map(({ monthsWorked }) => monthsWorked),
    list.map(({ firstMonthWage }) => firstMonthWage),
    list.map(({ employmentForm }) => employmentForm),
    list.map(({ householdType }) => householdType),
    list.map(({ hireDate }) => hireDate),
    list.map(({ pension }) => pension),
    list.map(({ medical }) => medical),
    list.map(({ unemployment }) => unemployment),
    list.map(({ workInjury }) => workInjury),
    list.map(({ maternity }) => maternity),
  ]
}

/** Open enrolments with this unit take the declared wage, form of employment and insurances. */
export async function updateEnrolments(
  { database }: Platform,
  of: AcceptedVersion,
  list: readonly AcceptedPerson[],
): Promise<number> {
  const assignments = columns
    .split(', ')
    .map((column) => `${column} = m.${column}`)
    .join(', ')
  const [counted] = await database.query<{ changed: number }>(
    {
      name: 'register-update-enrolments',
      text: `WITH changed AS (UPDATE enrolment e SET ${assignments}
        FROM (SELECT i.id AS individual_id, ${columns
          .split(', ')
          .map((column) => `p.${column}`)
          .join(', ')} FROM ${matched}) m
        WHERE e.employer_id = $3 AND e.individual_id = m.individual_id AND e.to_period IS NULL RETURNING 1)
      SELECT count(*)::int AS changed FROM changed`,
    },
    valuesOf(of, list),
  )
  return counted?.changed ?? 0
}

/** People of the list without an open enrolment begin one, in the month of acceptance and never before they were hired. */
export async function addEnrolments(
  { database }: Platform,
  of: AcceptedVersion,
  list: readonly AcceptedPerson[],
): Promise<number> {
  const staying = list.filter(({ leaveDate }) => leaveDate === null || leaveDate.slice(0, 7) >= of.period)
  const [counted] = await database.query<{ added: number }>(
    {
      name: 'register-add-enrolments',
      text: `WITH added AS (INSERT INTO enrolment (id, employer_id, individual_id, from_period, ${columns})
        SELECT gen_random_uuid(), $3::uuid, i.id, GREATEST($17::text, left(p.hire_date, 7)), ${columns
          .split(', ')
          .map((column) => `p.${column}`)
          .join(', ')}
        FROM ${matched}
        WHERE NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.employer_id = $3 AND e.individual_id = i.id AND e.to_period IS NULL)
        RETURNING 1)
      SELECT count(*)::int AS added FROM added`,
    },
    [...valuesOf(of, staying), of.period],
  )
  return counted?.added ?? 0
}

/** People whose row names the day they left: the month they left in is still paid. */
export async function endLeavers(
  { database }: Platform,
  of: AcceptedVersion,
  list: readonly AcceptedPerson[],
): Promise<number> {
  const leavers = list.filter(({ leaveDate }) => leaveDate !== null)
  if (leavers.length === 0) return 0
  const [counted] = await database.query<{ ended: number }>(
    {
      name: 'register-end-leavers',
      text: `WITH ended AS (UPDATE enrolment e SET leave_date = p.leave_date, to_period = GREATEST(left(p.leave_date, 7), e.from_period)
        FROM unnest($4::int[], $5::text[]) AS p(row_no, leave_date)
        JOIN personnel_record r ON r.declaration_id = $1 AND r.version = $2 AND r.row_no = p.row_no
        JOIN individual i ON i.id_hash = r.id_hash
        WHERE e.employer_id = $3 AND e.individual_id = i.id AND e.to_period IS NULL RETURNING 1)
      SELECT count(*)::int AS ended FROM ended`,
    },
    [
      of.declarationId,
      of.version,
      of.employerId,
      leavers.map(({ row }) => row),
      leavers.map(({ leaveDate }) => leaveDate),
    ],
  )
  return counted?.ended ?? 0
}

/** People the unit stopped when comparing: the current month is still paid (domain 3.1). */
export async function endEnrolments(
  { database }: Platform,
  of: AcceptedVersion,
  stops: readonly { enrolmentId: string; stopReason: string | null }[],
): Promise<number> {
  if (stops.length === 0) return 0
  const [counted] = await database.query<{ ended: number }>(
    {
      name: 'register-end-enrolments',
      text: `WITH ended AS (UPDATE enrolment e SET to_period = GREATEST($2, e.from_period), stop_reason = s.stop_reason
        FROM unnest($3::uuid[], $4::text[]) AS s(id, stop_reason)
        WHERE e.id = s.id AND e.employer_id = $1 AND e.to_period IS NULL RETURNING 1)
      SELECT count(*)::int AS ended FROM ended`,
    },
    [of.employerId, of.period, stops.map(({ enrolmentId }) => enrolmentId), stops.map(({ stopReason }) => stopReason)],
  )
  return counted?.ended ?? 0
}
