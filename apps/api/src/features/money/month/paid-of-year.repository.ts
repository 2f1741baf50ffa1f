import { fen } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'

const shares: Readonly<Record<FiveInsurance, string>> = {
  PENSION: 'pension_employer + pension_personal',
  MEDICAL: 'medical_employer + medical_personal',
  UNEMPLOYMENT: 'unemployment_employer + unemployment_personal',
  WORK_INJURY: 'work_injury_employer',
  MATERNITY: 'maternity_employer',
}

/**
 * What was paid for the months of a year per insurance, both sides, without back payments, prepayments and late fees (domain 4.2):
 * a month counts once the ledger calls its bill paid, and a month brought in counts as its history says. The draft of a
 * declaration, its rules and its review all ask here, so that they cannot differ.
 */
export async function sumPaidOfYear(
  { database }: Platform,
  employerId: string,
  year: number,
): Promise<Record<FiveInsurance, Fen>> {
  const sums = Object.entries(shares).map(([code, share]) => `COALESCE(sum(${share}), 0)::bigint AS "${code}"`)
  const [paid] = await database.query<Record<FiveInsurance, bigint>>(
    {
      name: 'months-paid-of-year',
      text: `SELECT ${sums.join(', ')}
      FROM premium_payment WHERE employer_id = $1 AND period BETWEEN $2 AND $3 AND kind = 'NORMAL' AND status = 'PAID'`,
    },
    [employerId, `${year}-01`, `${year}-12`],
  )
  const of = (code: FiveInsurance) => fen(Number(paid?.[code] ?? 0n))
  return {
    PENSION: of('PENSION'),
    MEDICAL: of('MEDICAL'),
    UNEMPLOYMENT: of('UNEMPLOYMENT'),
    WORK_INJURY: of('WORK_INJURY'),
    MATERNITY: of('MATERNITY'),
  }
}
