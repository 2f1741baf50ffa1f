import type { Platform } from '../../../platform/platform.ts'
import { declaredMonth } from '../../money/assessment/index.ts'

/**
 * The oldest month that the unit may declare late by a decision that stands today (force majeure extends the deadline, M20), and has not;
 * with its last day.
 */
export async function findExtendedMonth(
  { database, clock }: Platform,
  employerId: string,
): Promise<{ period: string; until: string } | undefined> {
  const [row] = await database.query<{ period: string; until: string }>(
    {
      name: 'monthly-extended',
      text: `SELECT given.period, max(given.to_on) AS until FROM waiver given
        WHERE given.employer_id = $1 AND given.kind = 'FILING_DEADLINE' AND given.status IN ('STANDING', 'ENDED') AND given.to_on >= $2
          AND NOT EXISTS (SELECT FROM declaration filed WHERE ${declaredMonth('filed', 'given.employer_id', 'given.period')})
        GROUP BY given.period ORDER BY given.period LIMIT 1`,
    },
    [employerId, clock.today()],
  )
  return row
}
