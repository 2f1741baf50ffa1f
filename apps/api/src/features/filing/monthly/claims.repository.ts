import type { Platform } from '../../../platform/platform.ts'
import { asBuffer } from './changes.repository.ts'

/** A join to pension or medical: in these a person is with one unit at a time (domain 3.1). */
export interface Claim {
  rowNo: number
  idHash: Uint8Array
  insurance: 'PENSION' | 'MEDICAL'
}

/**
 * Holds these joins for the declaration; the rows of those that another unit holds come back. In the order of people, so that two
 * units that declare the same people at once never wait in a ring: the second waits for the first, and then is told.
 */
export async function claimJoins(
  { database }: Platform,
  { id, employerId }: { id: string; employerId: string },
  claims: readonly Claim[],
): Promise<{ rowNo: number; insurance: Claim['insurance'] }[]> {
  if (claims.length === 0) return []
  const values = [
    claims.map(({ idHash }) => asBuffer(idHash)),
    claims.map(({ insurance }) => insurance),
    claims.map(({ rowNo }) => rowNo),
  ]
  await database.query(
    {
      name: 'monthly-claim',
      text: `INSERT INTO monthly_claim (id_hash, insurance, employer_id, declaration_id, row_no)
        SELECT id_hash, insurance, $4, $5, row_no FROM unnest($1::bytea[], $2::text[], $3::int[]) AS wanted(id_hash, insurance, row_no)
        ORDER BY id_hash, insurance ON CONFLICT DO NOTHING`,
    },
    [...values, employerId, id],
  )
  return database.query<{ rowNo: number; insurance: Claim['insurance'] }>(
    {
      name: 'monthly-contested',
      text: `SELECT wanted.row_no AS "rowNo", wanted.insurance FROM unnest($1::bytea[], $2::text[], $3::int[]) AS wanted(id_hash, insurance, row_no)
        JOIN monthly_claim held ON held.id_hash = wanted.id_hash AND held.insurance = wanted.insurance
        WHERE held.employer_id <> $4 ORDER BY 1`,
    },
    [...values, employerId],
  )
}

/** What was taken back, returned, accepted or given up holds nobody any more. */
export async function releaseClaims({ database }: Platform, declarationId: string): Promise<void> {
  await database.query({ name: 'monthly-release', text: 'DELETE FROM monthly_claim WHERE declaration_id = $1' }, [
    declarationId,
  ])
}

export interface Elsewhere {
  idHash: Uint8Array
  insurance: 'PENSION' | 'MEDICAL'
  /** Last month with the other unit; nothing while it lasts, and of what is only declared. */
  until: string | null
}

/** Where these people are in pension or medical with another unit, or were declared so by one. */
export function listElsewhere(
  { database }: Platform,
  employerId: string,
  idHashes: readonly Uint8Array[],
): Promise<Elsewhere[]> {
  return database.query<Elsewhere>(
    {
      name: 'monthly-elsewhere',
      text: `WITH person AS (SELECT id, id_hash FROM individual WHERE id_hash = ANY($1::bytea[]))
        SELECT person.id_hash AS "idHash", covered.insurance, max(CASE WHEN e.to_period IS NULL THEN '9999-12' ELSE e.to_period END) AS until
        FROM person JOIN enrolment e ON e.individual_id = person.id AND e.employer_id <> $2 AND e.superseded_at IS NULL
        CROSS JOIN LATERAL (VALUES ('PENSION', e.pension), ('MEDICAL', e.medical)) AS covered(insurance, is_in)
        WHERE covered.is_in GROUP BY 1, 2
        UNION ALL SELECT id_hash, insurance, NULL FROM monthly_claim WHERE id_hash = ANY($1::bytea[]) AND employer_id <> $2`,
    },
    [idHashes.map((hash) => asBuffer(hash)), employerId],
  )
}
