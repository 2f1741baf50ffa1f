import type { Platform } from '../../../platform/platform.ts'
import { heldClass, joinHeldClass } from '../../register/employer/index.ts'

/** What the assessment of many units reads; what it writes stands in `notices.repository.ts` and `month-rows.repository.ts`. */

export interface UnitToAssess {
  id: string
  region: string
  injuryClass: number
  injuryRatePpm: number | null
  /** Of the month when it is billed already: NORMAL, or DEEMED when nobody declared it. */
  notice: { id: string; number: string; kind: string; people: number; total: bigint } | null
}

interface UnitRow {
  id: string
  region: string
  injury_class: number
  injury_rate_ppm: number | null
  notice_id: string | null
  number: string | null
  kind: string | null
  people: number | null
  total: bigint | null
}

/**
 * Holds the units' entries in the register until the transaction ends: whoever else assesses one of them, or changes its
 * roster by accepting a declaration, waits. In the order of ids, so that two batches never wait in a ring.
 */
export async function lockUnits({ database }: Platform, employerIds: readonly string[]): Promise<void> {
  await database.query(
    {
      name: 'billing-lock-units',
      text: 'SELECT 1 FROM employer WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    },
    [employerIds],
  )
}

const held = heldClass('unit')

/** With the class that holds in the month (2.3). */
export async function listUnits(
  { database }: Platform,
  employerIds: readonly string[],
  period: string,
): Promise<UnitToAssess[]> {
  const rows = await database.query<UnitRow>(
    {
      name: 'billing-units',
      text: `SELECT DISTINCT ON (unit.id) unit.id, region, ${held.injuryClass} AS injury_class, ${held.injuryRatePpm} AS injury_rate_ppm,
        notice.id AS notice_id, number, kind, people, total
      FROM employer unit ${joinHeldClass('unit', "$2 || '-01'")} LEFT JOIN payment_notice notice
        ON notice.employer_id = unit.id AND notice.period = $2 AND notice.kind IN ('NORMAL', 'DEEMED') AND notice.sequence = 0
      WHERE unit.id = ANY($1::uuid[]) ORDER BY unit.id, kind DESC`,
    },
    [employerIds, period],
  )
  return rows.map((row) => ({
    id: row.id,
    region: row.region,
    injuryClass: row.injury_class,
    injuryRatePpm: row.injury_rate_ppm,
    notice:
      row.notice_id === null
        ? null
        : {
            id: row.notice_id,
            number: row.number ?? '',
            kind: row.kind ?? '',
            people: row.people ?? 0,
            total: row.total ?? 0n,
          },
  }))
}

/** Some of a unit's people in a month, as texts of one entry a person in the order of their ids. */
export interface PeopleOfUnit {
  employerId: string
  people: number
  individualIds: string
  /** Fen. */
  wages: string
  /** 1 no pension, 2 no medical, 4 no unemployment, 8 no work injury, 16 no maternity, 32 fixed amounts charged elsewhere. */
  flags: string
}

/** Where a reading of people stopped. */
export interface PersonKey {
  employerId: string
  individualId: string
}

/** SQL: the enrolment, as it is known now, covers the month that is parameter 2. */
export const covers = (enrolment: string) =>
  `${enrolment}.superseded_at IS NULL AND ${enrolment}.from_period <= $2 AND (${enrolment}.to_period IS NULL OR ${enrolment}.to_period >= $2)`

/**
 * Everyone enrolled with one of the units in the month, once, also after leaving and coming back within it; at most `limit`
 * people after the key. Whoever has medical insurance with two units in one month pays its fixed amount with the one they
 * joined first (2.3: once per person and month). Aggregated in the database: a row a person would cost the driver more than
 * the assessment costs. The aggregates take people in the order of the subquery; an ORDER BY of their own would sort each anew.
 */
export function listEnrolled(
  { database }: Platform,
  employerIds: readonly string[],
  period: string,
  after: PersonKey,
  limit: number,
): Promise<PeopleOfUnit[]> {
  return database.query<PeopleOfUnit>(
    {
      // Without a name: planned for its own numbers each time, which is nothing against a batch.
      text: `SELECT employer_id AS "employerId", count(*)::int AS people, string_agg(individual_id::text, ',') AS "individualIds",
        string_agg(average_wage::text, ',') AS wages, string_agg(flags::text, ',') AS flags
      FROM (
        SELECT DISTINCT ON (own.employer_id, own.individual_id) own.employer_id, own.individual_id, own.average_wage,
          (NOT own.pension)::int + 2 * (NOT own.medical)::int + 4 * (NOT own.unemployment)::int + 8 * (NOT own.work_injury)::int
            + 16 * (NOT own.maternity)::int + 32 * EXISTS (
              SELECT 1 FROM enrolment earlier WHERE earlier.individual_id = own.individual_id AND earlier.employer_id <> own.employer_id
                AND earlier.medical AND ${covers('earlier')}
                AND (earlier.from_period, earlier.employer_id) < (own.from_period, own.employer_id))::int AS flags
        FROM enrolment own
        WHERE own.employer_id = ANY($1::uuid[]) AND ${covers('own')} AND (own.employer_id, own.individual_id) > ($3::uuid, $4::uuid)
        ORDER BY own.employer_id, own.individual_id, own.from_period DESC LIMIT $5
      ) person GROUP BY employer_id ORDER BY employer_id`,
    },
    [employerIds, period, after.employerId, after.individualId, limit],
  )
}

/** Masked ID number of somebody whose month cannot be assessed, so that staff can find them. */
export async function findMaskedId({ database }: Platform, individualId: string): Promise<string | undefined> {
  const found = await database.prisma.individual.findUnique({
    where: { id: individualId },
    select: { idMasked: true },
  })
  return found?.idMasked
}
