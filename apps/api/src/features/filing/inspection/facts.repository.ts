import type { Platform } from '../../../platform/platform.ts'

/**
 * People the office was paid for last December, who are still with the unit and whom the draft does not name (domain 4.3). Only they
 * are unsealed: the others are matched by the keyed hash of their number inside the database.
 */
export async function findPaidAndNotListed(
  platform: Platform,
  declarationId: string,
): Promise<{ idType: string; personal: Uint8Array; enrolmentId: string }[]> {
  return platform.database.query(
    {
      name: 'declaration-paid-not-listed',
      text: `SELECT i.id_type AS "idType", i.personal, e.id AS "enrolmentId" FROM declaration d
      JOIN enrolment e ON e.employer_id = d.employer_id AND e.to_period IS NULL AND e.superseded_at IS NULL
      JOIN individual i ON i.id = e.individual_id
      WHERE d.id = $1
        AND EXISTS (SELECT 1 FROM premium_payment p WHERE p.individual_id = e.individual_id AND p.employer_id = d.employer_id
          AND p.period = (d.year - 1)::text || '-12' AND p.kind IN ('NORMAL', 'BACK_PAYMENT') AND p.status IN ('PAID', 'BACK_PAID'))
        AND NOT EXISTS (SELECT 1 FROM personnel_record r
        WHERE r.declaration_id = d.id AND r.version = 0 AND r.id_hash = i.id_hash AND r.content->>'idType' = i.id_type)`,
    },
    [declarationId],
  )
}

export async function countPeople({ database }: Platform, declarationId: string, version: number): Promise<number> {
  const [row] = await database.query<{ people: number }>(
    {
      name: 'declaration-people',
      text: 'SELECT count(*)::int AS people FROM personnel_record WHERE declaration_id = $1 AND version = $2',
    },
    [declarationId, version],
  )
  return row?.people ?? 0
}
