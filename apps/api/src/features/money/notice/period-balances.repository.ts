import { fen, oneOf, FIVE_INSURANCES } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { sharesOfNotice } from '../ledger/index.ts'

/** What the ledger says of one month and insurance of an employer, whichever notices it stands on. */
export interface PeriodBalance {
  period: string
  /** Nothing for booked late fees, which belong to no insurance. */
  insurance: FiveInsurance | null
  charged: Fen
  settled: Fen
  writtenOff: Fen
  outstanding: Fen
}

interface Row {
  period: string
  insurance: string | null
  charged: bigint
  settled: bigint
  written_off: bigint
  outstanding: bigint
}

/** Of one calendar year: twelve months of at most five insurances and a late fee. */
export async function listPeriodBalances(
  { database }: Platform,
  employerId: string,
  year: number,
): Promise<PeriodBalance[]> {
  const rows = await database.query<Row>(
    {
      name: 'billing-period-balances',
      text: `SELECT notice.period, share.insurance, sum(share.charged)::bigint AS charged, sum(share.settled)::bigint AS settled,
          sum(share.written_off)::bigint AS written_off, sum(share.outstanding)::bigint AS outstanding
        FROM payment_notice notice ${sharesOfNotice}
        WHERE notice.employer_id = $1 AND notice.period BETWEEN $2 AND $3 GROUP BY 1, 2 ORDER BY 1, 2`,
    },
    [employerId, `${year}-01`, `${year}-12`],
  )
  return rows.map(({ written_off, ...row }) => ({
    period: row.period,
    insurance: row.insurance === null ? null : oneOf(FIVE_INSURANCES, row.insurance, 'insurance'),
    charged: fen(Number(row.charged)),
    settled: fen(Number(row.settled)),
    writtenOff: fen(Number(written_off)),
    outstanding: fen(Number(row.outstanding)),
  }))
}
