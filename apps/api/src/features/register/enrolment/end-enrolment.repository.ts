import type { AcceptedPerson, AcceptedVersion } from '../individual/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { otherTerms, wageTerms } from './enrolment-terms.repository.ts'

const terms = [...wageTerms, ...otherTerms].join(', ')
const kept = `spell_id, employer_id, individual_id, ${terms}`

/**
 * SQL that ends open spells: `ending` gives their id with the last month, leave date and stop reason. Rows of the spell that would
 * begin after that month hold no longer; the one that holds in it becomes its last. $1 declaration, $2 version, $3 employer, $4 by, $5 at.
 */
export const endSql = (ending: string) => `WITH ending AS (${ending}),
  spell AS (
    SELECT open.spell_id, ending.*, GREATEST(ending.wanted_end, (SELECT min(first.from_period) FROM enrolment first
      WHERE first.employer_id = open.employer_id AND first.individual_id = open.individual_id AND first.spell_id = open.spell_id
        AND first.superseded_at IS NULL)) AS last_month
    FROM ending JOIN enrolment open ON open.id = ending.id
    WHERE open.employer_id = $3 AND open.to_period IS NULL AND open.superseded_at IS NULL
  ),
  gone AS (
    UPDATE enrolment held SET superseded_at = GREATEST(held.recorded_at, $5::timestamp) FROM spell
    WHERE held.spell_id = spell.spell_id AND held.employer_id = $3 AND held.superseded_at IS NULL
      AND (held.to_period IS NULL OR held.to_period >= spell.last_month)
    RETURNING held.*, spell.last_month, spell.left_on, spell.reason
  ),
  written AS (
    INSERT INTO enrolment (id, ${kept}, from_period, to_period, leave_date, stop_reason, source, source_id, source_version, recorded_by, recorded_at)
    SELECT gen_random_uuid(), ${kept}, from_period, last_month, COALESCE(left_on, leave_date), reason, 'DECLARATION', $1::uuid, $2::int, $4::uuid,
      GREATEST(recorded_at, $5::timestamp)
    FROM gone WHERE from_period <= last_month RETURNING 1
  )
  SELECT count(DISTINCT spell_id)::int AS ended FROM gone, (SELECT count(*) FROM written) AS done`

const valuesOf = (of: AcceptedVersion) => [of.declarationId, of.version, of.employerId, of.acceptedBy, of.acceptedAt]

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
      text: endSql(`SELECT e.id, left(p.leave_date, 7) AS wanted_end, p.leave_date AS left_on, NULL::text AS reason
        FROM unnest($6::int[], $7::text[]) AS p(row_no, leave_date)
        JOIN personnel_record r ON r.declaration_id = $1 AND r.version = $2 AND r.row_no = p.row_no
        JOIN individual i ON i.id_hash = r.id_hash
        JOIN enrolment e ON e.employer_id = $3 AND e.individual_id = i.id AND e.to_period IS NULL AND e.superseded_at IS NULL`),
    },
    [...valuesOf(of), leavers.map(({ row }) => row), leavers.map(({ leaveDate }) => leaveDate)],
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
      // The row that was compared may have been followed by another of the same spell since.
      text: endSql(`SELECT open.id, $6::text AS wanted_end, NULL::text AS left_on, s.stop_reason AS reason
        FROM unnest($7::uuid[], $8::text[]) AS s(id, stop_reason) JOIN enrolment compared ON compared.id = s.id
        JOIN enrolment open ON open.spell_id = compared.spell_id AND open.employer_id = $3
          AND open.individual_id = compared.individual_id AND open.to_period IS NULL AND open.superseded_at IS NULL`),
    },
    [
      ...valuesOf(of),
      of.period,
      stops.map(({ enrolmentId }) => enrolmentId),
      stops.map(({ stopReason }) => stopReason),
    ],
  )
  return counted?.ended ?? 0
}
