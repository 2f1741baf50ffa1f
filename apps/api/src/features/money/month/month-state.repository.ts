import type { Platform } from '../../../platform/platform.ts'

/** The states of people's months, written only here: paid, unpaid again, refunded. */

/** One row of a month; amounts are whole fen, exact in a double. */
export interface MonthRow {
  kind: string
  sequence: number
  status: string
  noticeId: string | null
  averageWage: number
  pensionBase: number
  medicalBase: number
  unemploymentBase: number
  workInjuryBase: number
  maternityBase: number
  pensionEmployer: number
  pensionPersonal: number
  medicalEmployer: number
  medicalPersonal: number
  unemploymentEmployer: number
  unemploymentPersonal: number
  workInjuryEmployer: number
  maternityEmployer: number
}

/** One month of a person with one employer. */
export interface MonthOfPerson {
  individualId: string
  employerId: string
  period: string
}

/** Everyone's month of these notices counts as paid from here on. */
export async function markMonthsPaid(
  { database }: Platform,
  noticeIds: readonly string[],
  postedOn: string,
): Promise<void> {
  if (noticeIds.length === 0) return
  await database.query(
    {
      name: 'billing-months-paid',
      text: `UPDATE premium_payment SET status = CASE WHEN kind = 'BACK_PAYMENT' THEN 'BACK_PAID' ELSE 'PAID' END, posted_on = $2
      WHERE notice_id = ANY($1::uuid[]) AND status IN ('UNPAID', 'DEFERRED')`,
    },
    [noticeIds, postedOn],
  )
}

/** Months of these notices that the ledger no longer calls paid are unpaid again. */
export async function reopenMonthsFromLedger({ database }: Platform, noticeIds: readonly string[]): Promise<void> {
  await database.query(
    {
      name: 'billing-months-unpaid',
      text: `UPDATE premium_payment month SET status = 'UNPAID', posted_on = NULL
      FROM (SELECT notice_id, SUM(outstanding) FILTER (WHERE insurance IS NOT NULL) AS principal
        FROM notice_share_balance WHERE notice_id = ANY($1::uuid[]) GROUP BY notice_id) share
      WHERE month.notice_id = share.notice_id AND share.principal > 0 AND month.status IN ('PAID', 'BACK_PAID')`,
    },
    [noticeIds],
  )
}

export interface RefundedMonth extends MonthOfPerson {
  sequence: number
  noticeId: string | null
  postedOn: string
  averageWage: number
  /** Negative amounts and base changes, by column. */
  columns: Omit<MonthRow, 'kind' | 'sequence' | 'status' | 'noticeId' | 'averageWage'>
}

export async function insertRefundedMonth({ database }: Platform, month: RefundedMonth): Promise<void> {
  const big = Object.fromEntries(Object.entries(month.columns).map(([name, value]) => [name, BigInt(value)]))
  await database.prisma.premiumPayment.create({
    data: {
      individualId: month.individualId,
      employerId: month.employerId,
      period: month.period,
      kind: 'REFUND',
      sequence: month.sequence,
      noticeId: month.noticeId,
      status: 'REFUNDED',
      postedOn: month.postedOn,
      averageWage: BigInt(month.averageWage),
      ...(big as Record<keyof RefundedMonth['columns'], bigint>),
    },
  })
}

/** Nothing is left of the month: it no longer counts. */
export async function markMonthRefunded({ database }: Platform, month: MonthOfPerson): Promise<void> {
  await database.query(
    {
      name: 'refund-mark-month',
      text: `UPDATE premium_payment SET status = 'REFUNDED'
        WHERE individual_id = $1 AND employer_id = $2 AND period = $3 AND status IN ('PAID', 'BACK_PAID')`,
    },
    [month.individualId, month.employerId, month.period],
  )
}
