import type { Platform } from '../../../platform/platform.ts'

/** What the nightly proof asks: every balance from its entries, held against what notices and months say. */

export interface BalanceRow {
  code: string
  kind: string
  employer_id: string | null
  balance: bigint
}

export function listBalances({ database }: Platform): Promise<BalanceRow[]> {
  return database.query<BalanceRow>({
    text: `SELECT account.code, account.kind, account.employer_id, COALESCE(SUM(entry.amount), 0)::bigint AS balance
      FROM ledger_account account LEFT JOIN ledger_entry entry ON entry.account_id = account.id
      GROUP BY account.id ORDER BY account.code`,
  })
}

export function listUnbalancedTransfers({ database }: Platform): Promise<{ id: string; difference: bigint }[]> {
  return database.query({
    text: `SELECT transfer.id, COALESCE(SUM(entry.amount), 0)::bigint AS difference FROM ledger_transfer transfer
      LEFT JOIN ledger_entry entry ON entry.transfer_id = transfer.id
      GROUP BY transfer.id HAVING COALESCE(SUM(entry.amount), 0) <> 0 OR COUNT(entry.id) = 0`,
  })
}

/** What each employer owes by its notices: an independent way to the balance of its receivable account. */
export function listOwedByNotices({ database }: Platform): Promise<{ employer_id: string; owed: bigint }[]> {
  return database.query({
    text: `SELECT notice.employer_id, COALESCE(SUM(share.outstanding), 0)::bigint AS owed
      FROM payment_notice notice JOIN notice_share_balance share ON share.notice_id = notice.id
      GROUP BY notice.employer_id`,
  })
}

/** Notices that say something else than the ledger: what was charged, the late fee booked, or whether they are paid. */
export function listNoticesAgainstLedger({ database }: Platform): Promise<{ number: string }[]> {
  return database.query({
    text: `SELECT notice.number FROM payment_notice notice
      LEFT JOIN (
        SELECT notice_id,
          SUM(charged) FILTER (WHERE insurance IS NOT NULL AND side = 'EMPLOYER') AS employer,
          SUM(charged) FILTER (WHERE insurance IS NOT NULL AND side = 'PERSONAL') AS personal,
          SUM(charged) FILTER (WHERE insurance IS NULL) AS late_fee,
          SUM(outstanding) AS outstanding, SUM(settled) AS settled, MIN(outstanding) AS least
        FROM notice_share_balance GROUP BY notice_id
      ) booked ON booked.notice_id = notice.id
      WHERE COALESCE(booked.employer, 0) <> notice.employer_total
        OR COALESCE(booked.personal, 0) <> notice.personal_total
        OR COALESCE(booked.late_fee, 0) <> notice.late_fee
        OR COALESCE(booked.least, 0) < 0
        OR (notice.posted_on IS NOT NULL OR notice.status = 'WRITTEN_OFF') <> (COALESCE(booked.outstanding, 0) = 0)
        OR (notice.status = 'PARTIALLY_PAID' AND COALESCE(booked.settled, 0) = 0)
      ORDER BY notice.number`,
  })
}

/**
 * Notices whose people's months do not add up to what was charged. A deemed notice has no months (SIL 62) until it is declared;
 * then they add up to what was declared.
 */
export function listNoticesAgainstMonths({ database }: Platform): Promise<{ number: string }[]> {
  return database.query({
    text: `SELECT notice.number FROM payment_notice notice
      LEFT JOIN (
        SELECT notice_id,
          SUM(GREATEST(pension_employer + medical_employer + unemployment_employer + work_injury_employer + maternity_employer, 0)) AS employer,
          SUM(GREATEST(pension_personal + medical_personal + unemployment_personal, 0)) AS personal
        FROM premium_payment WHERE notice_id IS NOT NULL GROUP BY notice_id
      ) months ON months.notice_id = notice.id
      WHERE notice.kind IN ('NORMAL', 'BACK_PAYMENT')
          AND (COALESCE(months.employer, 0) <> notice.employer_total OR COALESCE(months.personal, 0) <> notice.personal_total)
        OR notice.kind = 'DEEMED'
          AND COALESCE(months.employer + months.personal, 0) <> COALESCE((notice.basis ->> 'declaredTotal')::bigint, 0)
      ORDER BY notice.number`,
  })
}

/** People's months that count as paid while their notice's shares are open, or the reverse. */
export function countMonthsAgainstLedger({ database }: Platform): Promise<{ count: bigint }[]> {
  return database.query({
    text: `SELECT COUNT(*) AS count FROM premium_payment month
      JOIN (
        SELECT notice_id, SUM(outstanding) FILTER (WHERE insurance IS NOT NULL) AS principal,
          COALESCE(SUM(written_off) FILTER (WHERE insurance IS NOT NULL), 0) AS written_off
        FROM notice_share_balance GROUP BY notice_id
      ) share ON share.notice_id = month.notice_id
      WHERE (month.status IN ('PAID', 'BACK_PAID', 'REFUNDED')) <> (COALESCE(share.principal, 0) = 0 AND share.written_off = 0)`,
  })
}
