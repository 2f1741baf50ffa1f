import { byteaArray, int4Array, textArray } from '../../../platform/binary-arrays.ts'
import type { Platform } from '../../../platform/platform.ts'

/** In these a person is with one unit at a time (domain 3.1). */
export type ClaimedInsurance = 'PENSION' | 'MEDICAL'
const bitOf = { PENSION: 1, MEDICAL: 2 } as const satisfies Record<ClaimedInsurance, number>

/** A join to pension, medical or both. */
export interface Claim {
  rowNo: number
  /** Keyed hash of the number, in hex. */
  idKey: string
  insurances: readonly ClaimedInsurance[]
}

const wanted = `SELECT decode(person.id_key, 'hex') AS id_hash, one.insurance, person.row_no
  FROM unnest($1::text[], $2::int[], $3::int[]) AS person(id_key, bits, row_no)
  JOIN (VALUES ('PENSION', ${bitOf.PENSION}), ('MEDICAL', ${bitOf.MEDICAL})) AS one(insurance, bit) ON person.bits & one.bit > 0`

/**
 * Holds these joins for the declaration; the rows of those that another unit holds come back. In the order of people, so that two
 * units that declare the same people at once never wait in a ring: the second waits for the first, and then is told.
 */
export async function claimJoins(
  { database }: Platform,
  { id, employerId }: { id: string; employerId: string },
  claims: readonly Claim[],
): Promise<{ rowNo: number; insurance: ClaimedInsurance }[]> {
  if (claims.length === 0) return []
  const values = [
    textArray(claims.map(({ idKey }) => idKey)),
    int4Array(claims.map(({ insurances }) => insurances.reduce((bits, one) => bits | bitOf[one], 0))),
    int4Array(claims.map(({ rowNo }) => rowNo)),
  ]
  const [held] = await database.query<{ joins: number }>(
    {
      name: 'monthly-claim',
      gate: 'ELSEWHERE',
      text: `WITH claimed AS (
        INSERT INTO monthly_claim (id_hash, insurance, employer_id, declaration_id, row_no)
        SELECT id_hash, insurance, $4::uuid, $5::uuid, row_no FROM (${wanted}) AS wanted
        ORDER BY id_hash, insurance ON CONFLICT DO NOTHING RETURNING 1)
      SELECT count(*)::int AS joins FROM claimed`,
    },
    [...values, employerId, id],
  )
  // Nobody holds any of them when all of them are held anew.
  if (held?.joins === claims.reduce((joins, { insurances }) => joins + insurances.length, 0)) return []
  return database.query<{ rowNo: number; insurance: ClaimedInsurance }>(
    {
      name: 'monthly-contested',
      gate: 'ELSEWHERE',
      text: `SELECT wanted.row_no AS "rowNo", wanted.insurance FROM (${wanted}) AS wanted
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
  insurance: ClaimedInsurance
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
      gate: 'ELSEWHERE',
      text: `WITH person AS (SELECT id, id_hash FROM individual WHERE id_hash = ANY($1::bytea[]))
        SELECT person.id_hash AS "idHash", covered.insurance, max(CASE WHEN e.to_period IS NULL THEN '9999-12' ELSE e.to_period END) AS until
        FROM person JOIN enrolment e ON e.individual_id = person.id AND e.employer_id <> $2 AND e.superseded_at IS NULL
        CROSS JOIN LATERAL (VALUES ('PENSION', e.pension), ('MEDICAL', e.medical)) AS covered(insurance, is_in)
        WHERE covered.is_in GROUP BY 1, 2
        UNION ALL SELECT id_hash, insurance, NULL FROM monthly_claim WHERE id_hash = ANY($1::bytea[]) AND employer_id <> $2`,
    },
    [byteaArray(idHashes), employerId],
  )
}
