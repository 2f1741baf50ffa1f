import type { Platform } from '../../../platform/platform.ts'

/** The day that accounts for what was reported after `closed` had been closed. */
export const nextOpenDay = `(SELECT MIN(later.day) FROM reconciliation_day later WHERE later.status = 'OPEN' AND later.day > closed.day)`

/** Open days whose comparison is older than a file or a payment of theirs, oldest first. */
export async function listUnfinishedDays({ database }: Platform, limit: number): Promise<string[]> {
  const rows = await database.query<{ day: string }>(
    {
      name: 'reconciliation-unfinished-days',
      text: `SELECT day FROM reconciliation_day open WHERE status = 'OPEN'
        AND EXISTS (SELECT 1 FROM current_statement statement WHERE statement.day = open.day AND source = 'BANK')
        AND (compared_at IS NULL
          OR EXISTS (SELECT 1 FROM statement WHERE statement.day = open.day AND state_at > compared_at)
          OR EXISTS (SELECT 1 FROM payment WHERE value_date = open.day AND settled_at > compared_at)
          OR EXISTS (SELECT 1 FROM payment JOIN reconciliation_day closed ON closed.day = value_date
            WHERE closed.status = 'CLOSED' AND settled_at > closed.closed_at AND settled_at > open.compared_at
              AND open.day = ${nextOpenDay}))
      ORDER BY day LIMIT $1`,
    },
    [limit],
  )
  return rows.map(({ day }) => day)
}

/** Open days without one of their files, newest first. */
export function listDaysWithoutFile(
  { database }: Platform,
  limit: number,
): Promise<{ day: string; bank: boolean; treasury: boolean }[]> {
  return database.query(
    {
      name: 'reconciliation-days-without-file',
      text: `SELECT * FROM (SELECT day,
          EXISTS (SELECT 1 FROM current_statement statement WHERE statement.day = open.day AND source = 'BANK') AS bank,
          EXISTS (SELECT 1 FROM current_statement statement WHERE statement.day = open.day AND source = 'TREASURY') AS treasury
        FROM reconciliation_day open WHERE status = 'OPEN') files
      WHERE NOT (bank AND treasury) ORDER BY day DESC LIMIT $1`,
    },
    [limit],
  )
}
