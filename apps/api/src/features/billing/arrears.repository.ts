import { fen } from '@shebao/premium'
import type { Fen, FiveInsurance } from '@shebao/premium'
import type { Platform } from '../../platform/platform.ts'

/**
 * Unpaid principal per insurance of months that were due before `today`, without late fees (domain 4.2); an insurance that
 * owes nothing is absent. The fixed amount for large medical bills belongs to medical insurance.
 */
export async function findArrears(
  { database }: Platform,
  employerId: string,
  today: string,
): Promise<Partial<Record<FiveInsurance, Fen>>> {
  const rows = await database.query<{ insurance: FiveInsurance; owed: bigint }>(
    {
      name: 'billing-arrears',
      text: `SELECT CASE l.insurance WHEN 'LARGE_MEDICAL' THEN 'MEDICAL' ELSE l.insurance END AS insurance,
        sum(l.employer + l.personal)::bigint AS owed
      FROM payment_notice n JOIN payment_notice_line l ON l.notice_id = n.id
      WHERE n.employer_id = $1 AND n.posted_on IS NULL AND n.due_on < $2
      GROUP BY 1 HAVING sum(l.employer + l.personal) > 0`,
    },
    [employerId, today],
  )
  return Object.fromEntries(rows.map(({ insurance, owed }) => [insurance, fen(Number(owed))]))
}
