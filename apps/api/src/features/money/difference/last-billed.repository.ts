import type { Platform } from '../../../platform/platform.ts'

/** The last month of which anybody of the employer has a row. */
export async function findLastBilled({ database }: Platform, employerId: string): Promise<string | undefined> {
  const [row] = await database.query<{ last: string | null }>(
    {
      name: 'difference-last-billed',
      text: 'SELECT max(period) AS last FROM premium_payment WHERE employer_id = $1',
    },
    [employerId],
  )
  return row?.last ?? undefined
}
