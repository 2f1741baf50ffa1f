import type { AcceptedPerson, AcceptedVersion } from '../individual/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addMonths } from '@shebao/kernel'
import { changeTermsSql, otherTerms, wageTerms } from './enrolment-terms.repository.ts'
import type { Term } from './enrolment-terms.repository.ts'

const columns = [...wageTerms, ...otherTerms]
const people = `unnest($4::int[], $5::bigint[], $6::bigint[], $7::int[], $8::bigint[], $9::text[], $10::text[], $11::text[],
  $12::boolean[], $13::boolean[], $14::boolean[], $15::boolean[], $16::boolean[]) AS p(row_no, ${columns.join(', ')})`
const matched = `${people} JOIN personnel_record r ON r.declaration_id = $1 AND r.version = $2 AND r.row_no = p.row_no
  JOIN individual i ON i.id_hash = r.id_hash`
/** After the 18 parameters of a list: who accepted it, and when. */
const source = { kind: `'DECLARATION'`, id: '$1::uuid', version: '$2::int', by: '$17::uuid', at: '$18::timestamp' }

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
    of.acceptedBy,
    of.acceptedAt,
  ]
}

/**
 * People who are with the unit take the declared wage from the first month of the payment year (domain 2.2), and the declared form
 * of employment and insurances from the first month that is not billed yet. How many people something changed for.
 */
export async function updateEnrolments(
  platform: Platform,
  of: AcceptedVersion,
  list: readonly AcceptedPerson[],
): Promise<number> {
  await changeTerms(platform, of, list, { name: 'register-change-wages', terms: wageTerms, from: of.basesFrom })
  await changeTerms(platform, of, list, { name: 'register-change-terms', terms: otherTerms, from: of.startsIn })
  const [counted] = await platform.database.query<{ changed: number }>(
    {
      name: 'register-changed-people',
      text: `SELECT count(DISTINCT individual_id)::int AS changed FROM enrolment
        WHERE source = 'DECLARATION' AND source_id = $1 AND source_version = $2 AND superseded_at IS NULL`,
    },
    [of.declarationId, of.version],
  )
  return counted?.changed ?? 0
}

async function changeTerms(
  { database }: Platform,
  of: AcceptedVersion,
  list: readonly AcceptedPerson[],
  { name, terms, from }: { name: string; terms: readonly Term[]; from: AcceptedVersion['period'] },
): Promise<void> {
  await database.query(
    {
      name,
      text: changeTermsSql({
        wanted: `SELECT i.id AS individual_id, ${columns.map((column) => `p.${column}`).join(', ')} FROM ${matched}`,
        terms,
        employerId: '$3::uuid',
        from: '$19::text',
        before: '$20::text',
        source,
      }),
    },
    [...valuesOf(of, list), from, addMonths(from, -1)],
  )
}

/** People of the list without an open enrolment begin one, in the first month that is not billed yet and never before they were hired. */
export async function addEnrolments(
  { database }: Platform,
  of: AcceptedVersion,
  list: readonly AcceptedPerson[],
): Promise<number> {
  const staying = list.filter(({ leaveDate }) => leaveDate === null || leaveDate.slice(0, 7) >= of.startsIn)
  const [counted] = await database.query<{ added: number }>(
    {
      name: 'register-add-enrolments',
      text: `WITH added AS (INSERT INTO enrolment (id, employer_id, individual_id, from_period, source, source_id, source_version, recorded_by, recorded_at, ${columns.join(', ')})
        SELECT gen_random_uuid(), $3::uuid, i.id, GREATEST($19::text, left(p.hire_date, 7)), ${Object.values(source).join(', ')}, ${columns
          .map((column) => `p.${column}`)
          .join(', ')}
        FROM ${matched}
        WHERE NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.employer_id = $3 AND e.individual_id = i.id AND e.to_period IS NULL
          AND e.superseded_at IS NULL)
        RETURNING 1)
      SELECT count(*)::int AS added FROM added`,
    },
    [...valuesOf(of, staying), of.startsIn],
  )
  return counted?.added ?? 0
}
