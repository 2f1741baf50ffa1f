import type { Platform } from '../../../platform/platform.ts'
import { covers } from './assess-units.repository.ts'

/** People of a unit's month whose insurance ends with it: stopping takes effect with the next month, this one is still owed. */
export async function countLeavers(
  { database }: Platform,
  { employerId, period }: { employerId: string; period: string },
): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    {
      name: 'billing-leavers',
      text: `SELECT count(DISTINCT own.individual_id)::int AS count FROM enrolment own
      WHERE own.employer_id = $1 AND ${covers('own')} AND own.to_period = $2 AND NOT EXISTS (
        SELECT 1 FROM enrolment later WHERE later.individual_id = own.individual_id AND later.employer_id = own.employer_id
          AND later.superseded_at IS NULL AND later.from_period > $2)`,
    },
    [employerId, period],
  )
  return row?.count ?? 0
}

/** How many people a unit insures in a month. */
export async function countInsured(
  { database }: Platform,
  { employerId, period }: { employerId: string; period: string },
): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    {
      name: 'billing-insured',
      text: `SELECT count(DISTINCT own.individual_id)::int AS count FROM enrolment own
      WHERE own.employer_id = $1 AND ${covers('own')}`,
    },
    [employerId, period],
  )
  return row?.count ?? 0
}
