import { fen } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { sharesOfNotice } from '../ledger/index.ts'

/** Months whose bill was due before `today` and is not paid, oldest first; a month stands once however many bills it has. */
export async function listOverduePeriods({ database }: Platform, employerId: string, today: string): Promise<string[]> {
  const rows = await database.query<{ period: string }>(
    {
      name: 'billing-overdue-periods',
      text: `SELECT DISTINCT notice.period FROM payment_notice notice ${sharesOfNotice}
      WHERE notice.employer_id = $1 AND notice.posted_on IS NULL AND notice.due_on < $2 AND share.insurance IS NOT NULL
        AND share.outstanding > 0 ORDER BY 1`,
    },
    [employerId, today],
  )
  return rows.map(({ period }) => period)
}

/**
 * Unpaid principal per insurance of months that were due before `today`, without late fees (domain 4.2); an insurance that
 * owes nothing is absent. Read from the ledger, so a part payment counts.
 */
export async function findArrears(
  { database }: Platform,
  employerId: string,
  today: string,
): Promise<Partial<Record<FiveInsurance, Fen>>> {
  const rows = await database.query<{ insurance: FiveInsurance; owed: bigint }>(
    {
      name: 'billing-arrears',
      text: `SELECT share.insurance, sum(share.outstanding)::bigint AS owed
      FROM payment_notice notice ${sharesOfNotice}
      WHERE notice.employer_id = $1 AND notice.posted_on IS NULL AND notice.due_on < $2 AND share.insurance IS NOT NULL
      GROUP BY share.insurance HAVING sum(share.outstanding) > 0`,
    },
    [employerId, today],
  )
  return Object.fromEntries(rows.map(({ insurance, owed }) => [insurance, fen(Number(owed))]))
}
