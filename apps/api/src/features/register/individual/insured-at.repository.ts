import { FIVE_INSURANCES } from '@shebao/kernel'
import type { FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'

/** Which insurances somebody stood in during a month, as the register knows now; who stood in none is left out. */
export function listInsuredAt(
  { database }: Platform,
  individualIds: readonly string[],
  period: string,
): Promise<{ individualId: string; insurances: FiveInsurance[] }[]> {
  const standing = FIVE_INSURANCES.map((code) => `CASE WHEN bool_or(${code.toLowerCase()}) THEN '${code}' END`)
  return database.query<{ individualId: string; insurances: FiveInsurance[] }>(
    {
      name: 'insured-at',
      text: `SELECT individual_id AS "individualId", array_remove(ARRAY[${standing.join(', ')}], NULL) AS insurances
      FROM enrolment WHERE individual_id = ANY($1::uuid[]) AND superseded_at IS NULL
        AND from_period <= $2 AND (to_period IS NULL OR to_period >= $2) GROUP BY individual_id`,
    },
    [individualIds, period],
  )
}
