import type { Platform } from '../../../platform/platform.ts'
import { covers } from '../assessment/index.ts'
import { isImportedMonth, ownMonth } from '../month/index.ts'
import { named, texts } from './billed.repository.ts'
import type { BilledPeople } from './billed.repository.ts'

/**
 * What these people of a unit were billed for a month, beside what the register says of it now: who was not billed has nothing
 * before, who is not insured in it any more has nothing after (all of flags 1 to 16). A month of which anything was refunded is left
 * out, since a person decides what is right in it, and one that was paid before this ledger began. Otherwise as `listBilled`.
 */
export function listChanged(
  { database }: Platform,
  employerIds: readonly string[],
  period: string,
  after: { employerId: string; individualId: string },
  limit: number,
  individualIds: readonly string[],
): Promise<BilledPeople[]> {
  return database.query<BilledPeople>(
    {
      text: `SELECT employer_id AS "employerId", count(*)::int AS people, ${texts([['individualIds', 'individual_id'], ['wages', 'wage'], ['flags', 'flags'], ['sequences', 'sequence'], ...named])}
      FROM (
        SELECT person.employer_id, person.individual_id, COALESCE(held.average_wage, billed.wage) AS wage,
          COALESCE(held.flags, 31) AS flags, COALESCE(billed.sequence, 0) AS sequence,
          ${named.map(([, column]) => `COALESCE(billed.${column}, 0) AS ${column}`).join(', ')}
        FROM (SELECT unit.id AS employer_id, one.id AS individual_id FROM unnest($1::uuid[]) AS unit(id), unnest($6::uuid[]) AS one(id)
          WHERE (unit.id, one.id) > ($3::uuid, $4::uuid)) person
        LEFT JOIN LATERAL (
          SELECT own.average_wage, (NOT own.pension)::int + 2 * (NOT own.medical)::int + 4 * (NOT own.unemployment)::int
            + 8 * (NOT own.work_injury)::int + 16 * (NOT own.maternity)::int + 32 * EXISTS (
              SELECT 1 FROM enrolment earlier WHERE earlier.individual_id = own.individual_id AND earlier.employer_id <> own.employer_id
                AND earlier.medical AND ${covers('earlier')}
                AND (earlier.from_period, earlier.employer_id) < (own.from_period, own.employer_id))::int AS flags
          FROM enrolment own WHERE own.employer_id = person.employer_id AND own.individual_id = person.individual_id AND ${covers('own')}
          ORDER BY own.from_period DESC LIMIT 1) held ON true
        LEFT JOIN LATERAL (
          SELECT max(average_wage) AS wage, COALESCE(max(sequence) FILTER (WHERE kind = 'DIFFERENCE'), -1) + 1 AS sequence,
            bool_or(kind = 'REFUND' OR status = 'REFUNDED') AS refunded,
            ${named.map(([, column]) => `sum(${column})::bigint AS ${column}`).join(', ')}
          FROM premium_payment month WHERE month.employer_id = person.employer_id AND month.individual_id = person.individual_id
            AND month.period = $2 AND ${ownMonth('month')} HAVING count(*) > 0) billed ON true
        WHERE COALESCE(held.average_wage, billed.wage) IS NOT NULL AND NOT COALESCE(billed.refunded, false)
          AND NOT ${isImportedMonth('person', '$2')}
        ORDER BY person.employer_id, person.individual_id LIMIT $5
      ) person GROUP BY employer_id ORDER BY employer_id`,
    },
    [employerIds, period, after.employerId, after.individualId, limit, individualIds],
  )
}
