import type { Platform } from '../../../platform/platform.ts'
import type { Account, Transfer } from './ledger.ts'

/** Opens the accounts that are not there yet. Two at once is fine: the code is unique. */
export async function openAccounts({ database }: Platform, accounts: readonly Account[]): Promise<void> {
  const wanted = [...new Map(accounts.map((account) => [account.code, account])).values()]
  await database.query(
    {
      name: 'ledger-open-accounts',
      text: `INSERT INTO ledger_account (id, code, kind, employer_id, insurance)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[]) ON CONFLICT (code) DO NOTHING`,
    },
    [
      wanted.map(() => crypto.randomUUID()),
      wanted.map(({ code }) => code),
      wanted.map(({ kind }) => kind),
      wanted.map(({ employerId }) => employerId ?? null),
      wanted.map(({ insurance }) => insurance ?? null),
    ],
  )
}

/** The id of the new transfer, or undefined when one with this key already stands. */
export async function insertTransfer({ database }: Platform, transfer: Transfer): Promise<string | undefined> {
  const [row] = await database.query<{ id: string }>(
    {
      name: 'ledger-insert-transfer',
      text: `INSERT INTO ledger_transfer (id, kind, idempotency_key, occurred_on, notice_id, payment_id, memo)
      VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (idempotency_key) DO NOTHING RETURNING id`,
    },
    [
      crypto.randomUUID(),
      transfer.kind,
      transfer.key,
      transfer.occurredOn,
      transfer.noticeId ?? null,
      transfer.paymentId ?? null,
      JSON.stringify(transfer.memo ?? {}),
    ],
  )
  return row?.id
}

export async function insertEntries({ database }: Platform, transferId: string, transfer: Transfer): Promise<void> {
  const { entries } = transfer
  await database.query(
    {
      name: 'ledger-insert-entries',
      text: `INSERT INTO ledger_entry (transfer_id, account_id, amount, period, insurance, side)
      SELECT $1::uuid, account.id, entry.amount, entry.period, entry.insurance, entry.side
      FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[])
        AS entry(code, amount, period, insurance, side)
      JOIN ledger_account account ON account.code = entry.code`,
    },
    [
      transferId,
      entries.map(({ account }) => account.code),
      entries.map(({ amount }) => amount),
      entries.map(({ period }) => period ?? null),
      entries.map(({ insurance }) => insurance ?? null),
      entries.map(({ side }) => side ?? null),
    ],
  )
}

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

/** What each employer owes by its notices: an independent count to hold the receivable accounts against. */
export function listOwedByNotices({ database }: Platform): Promise<{ employer_id: string; owed: bigint }[]> {
  return database.query({
    text: `SELECT employer_id, COALESCE(SUM(employer_total + personal_total) FILTER (WHERE posted_on IS NULL), 0)::bigint AS owed
      FROM payment_notice GROUP BY employer_id`,
  })
}

/** Notices whose charge, late fee or payment in the ledger is not what the notice says. */
export function listNoticesAgainstLedger({ database }: Platform): Promise<{ number: string }[]> {
  return database.query({
    text: `SELECT notice.number FROM payment_notice notice
      LEFT JOIN LATERAL (
        SELECT
          COALESCE(SUM(entry.amount) FILTER (WHERE transfer.kind = 'CHARGE' AND account.kind = 'RECEIVABLE'), 0) AS charged,
          COALESCE(SUM(entry.amount) FILTER (WHERE transfer.kind = 'LATE_FEE' AND account.kind = 'RECEIVABLE'), 0) AS late_fee,
          -COALESCE(SUM(entry.amount) FILTER (WHERE transfer.kind = 'PAYMENT' AND account.kind = 'RECEIVABLE'), 0) AS paid
        FROM ledger_transfer transfer
        JOIN ledger_entry entry ON entry.transfer_id = transfer.id
        JOIN ledger_account account ON account.id = entry.account_id
        WHERE transfer.notice_id = notice.id
      ) booked ON true
      WHERE booked.charged <> notice.employer_total + notice.personal_total
        OR booked.late_fee <> notice.late_fee
        OR booked.paid <> CASE WHEN notice.posted_on IS NULL THEN 0 ELSE notice.total END
      ORDER BY notice.number`,
  })
}
