import type { Platform } from '../../../platform/platform.ts'
import { allTogether } from './statistics-codes.ts'

/** One at a time until the transaction ends: two that roll up together would each count what the other has. */
export async function lockRollUp({ database }: Platform): Promise<void> {
  await database.query({ name: 'statistics-lock', text: `SELECT pg_advisory_xact_lock(hashtext('statistic_cell'))` })
}

/** Nothing: all is rolled up. */
export async function findLastChange({ database }: Platform): Promise<bigint | undefined> {
  const [row] = await database.query<{ id: bigint }>({
    name: 'statistics-waiting',
    text: 'SELECT id FROM statistic_change ORDER BY id DESC LIMIT 1',
  })
  return row?.id
}

/**
 * Takes the oldest of what was counted until then into the months of employers and into the cells, in one statement and so of one moment;
 * says how many changes it took. A month is
 * taken out of the cell in which it was counted and put into that of the employer's industry and district today, which for most is
 * the same; an employer that moved takes all its months along. The totals by industry, by district and of everybody are kept like
 * cells, in the same statement.
 */
export async function rollUpChanges({ database }: Platform, last: bigint, portion: number): Promise<number> {
  const [row] = await database.query<{ taken: number }>(
    {
      name: 'statistics-roll-up',
      text: `WITH taken AS (
      DELETE FROM statistic_change WHERE id IN (SELECT id FROM statistic_change WHERE id <= $1 ORDER BY id LIMIT $2) RETURNING employer_id, period, insurance, people, base, charged, settled, written_off),
    added AS (
      SELECT employer_id, period, insurance, sum(people)::int AS people, sum(base)::bigint AS base, sum(charged)::bigint AS charged,
        sum(settled)::bigint AS settled, sum(written_off)::bigint AS written_off
      FROM taken WHERE period IS NOT NULL GROUP BY employer_id, period, insurance),
    touched AS (
      SELECT employer_id, period, insurance FROM added
      UNION
      SELECT month.employer_id, month.period, month.insurance FROM statistic_month month
      WHERE month.employer_id IN (SELECT employer_id FROM taken WHERE period IS NULL)),
    after AS (
      SELECT touched.employer_id, touched.period, touched.insurance, employer.industry, district_of(employer.registration_no) AS district,
        COALESCE(month.people, 0) + COALESCE(added.people, 0) AS people, COALESCE(month.base, 0) + COALESCE(added.base, 0) AS base,
        COALESCE(month.charged, 0) + COALESCE(added.charged, 0) AS charged,
        COALESCE(month.settled, 0) + COALESCE(added.settled, 0) AS settled,
        COALESCE(month.written_off, 0) + COALESCE(added.written_off, 0) AS written_off,
        month.industry AS was_industry, month.district AS was_district, month.people AS was_people, month.base AS was_base,
        month.charged AS was_charged, month.settled AS was_settled, month.written_off AS was_written_off
      FROM touched JOIN employer ON employer.id = touched.employer_id
      LEFT JOIN added USING (employer_id, period, insurance)
      LEFT JOIN statistic_month month USING (employer_id, period, insurance)),
    months AS (
      INSERT INTO statistic_month AS month
        (employer_id, period, insurance, industry, district, people, base, charged, settled, written_off)
      SELECT employer_id, period, insurance, industry, district, people, base, charged, settled, written_off FROM after
      ON CONFLICT (employer_id, period, insurance) DO UPDATE SET industry = EXCLUDED.industry, district = EXCLUDED.district,
        people = EXCLUDED.people, base = EXCLUDED.base, charged = EXCLUDED.charged, settled = EXCLUDED.settled,
        written_off = EXCLUDED.written_off),
    difference AS (
      SELECT period, insurance, industry, district, (people > 0)::int AS employers, people, base, charged, settled, written_off FROM after
      UNION ALL
      SELECT period, insurance, was_industry, was_district, -(was_people > 0)::int, -was_people, -was_base, -was_charged, -was_settled,
        -was_written_off FROM after WHERE was_people IS NOT NULL),
    cells AS (
      INSERT INTO statistic_cell AS cell (period, insurance, industry, district, employers, people, base, charged, settled, written_off)
      SELECT period, insurance, COALESCE(industry, '${allTogether}'), COALESCE(district, '${allTogether}'), sum(employers)::int, sum(people)::int,
        sum(base)::bigint, sum(charged)::bigint, sum(settled)::bigint, sum(written_off)::bigint
      FROM difference
      GROUP BY period, insurance, CUBE (industry, district)
      ON CONFLICT (industry, district, period, insurance) DO UPDATE SET employers = cell.employers + EXCLUDED.employers,
        people = cell.people + EXCLUDED.people, base = cell.base + EXCLUDED.base, charged = cell.charged + EXCLUDED.charged,
        settled = cell.settled + EXCLUDED.settled, written_off = cell.written_off + EXCLUDED.written_off)
    SELECT count(*)::int AS taken FROM taken`,
    },
    [last, portion],
  )
  return row?.taken ?? 0
}
