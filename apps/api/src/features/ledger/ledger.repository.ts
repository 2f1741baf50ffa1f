import type { Platform } from '../../platform/platform.ts'
import type { Account, Entry, Transfer } from './ledger.ts'

/** Opens the accounts that are not there yet. Two at once is fine: the code is unique. */
export async function openAccounts({ database }: Platform, accounts: readonly Account[]): Promise<void> {
  // In the order of their codes, so that two transactions that open the same accounts wait for each other, never in a ring.
  const wanted = [...new Map(accounts.map((account) => [account.code, account])).values()].toSorted((a, b) =>
    a.code < b.code ? -1 : 1,
  )
  await database.query(
    {
      name: 'ledger-open-accounts',
      text: `INSERT INTO ledger_account (id, code, kind, employer_id, insurance)
      SELECT wanted.* FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[])
        AS wanted(id, code, kind, employer_id, insurance)
      WHERE NOT EXISTS (SELECT 1 FROM ledger_account known WHERE known.code = wanted.code)
      ON CONFLICT (code) DO NOTHING`,
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

/** Ids of the new transfers by their keys; a key that already stands is left out. */
export async function insertTransfers(
  { database }: Platform,
  transfers: readonly Transfer[],
): Promise<Map<string, string>> {
  const rows = await database.query<{ id: string; key: string }>(
    {
      name: 'ledger-insert-transfers',
      text: `INSERT INTO ledger_transfer (id, kind, idempotency_key, occurred_on, notice_id, payment_id, memo)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::jsonb[])
      ON CONFLICT (idempotency_key) DO NOTHING RETURNING id, idempotency_key AS key`,
    },
    [
      transfers.map(() => crypto.randomUUID()),
      transfers.map(({ kind }) => kind),
      transfers.map(({ key }) => key),
      transfers.map(({ occurredOn }) => occurredOn),
      transfers.map(({ noticeId }) => noticeId ?? null),
      transfers.map(({ paymentId }) => paymentId ?? null),
      transfers.map(({ memo }) => JSON.stringify(memo ?? {})),
    ],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

export async function insertEntries(
  { database }: Platform,
  entries: readonly (Entry & { transferId: string })[],
): Promise<void> {
  if (entries.length === 0) return
  await database.query(
    {
      name: 'ledger-insert-entries',
      text: `INSERT INTO ledger_entry (transfer_id, account_id, amount, period, insurance, side)
      SELECT entry.transfer_id, account.id, entry.amount, entry.period, entry.insurance, entry.side
      FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[])
        AS entry(transfer_id, code, amount, period, insurance, side)
      JOIN ledger_account account ON account.code = entry.code`,
    },
    [
      entries.map(({ transferId }) => transferId),
      entries.map(({ account }) => account.code),
      entries.map(({ amount }) => amount),
      entries.map(({ period }) => period ?? null),
      entries.map(({ insurance }) => insurance ?? null),
      entries.map(({ side }) => side ?? null),
    ],
  )
}

/** The balance of one account, held until the transaction ends so that the same money is not spent twice; debit positive. */
export async function lockBalance({ database }: Platform, code: string): Promise<bigint> {
  const [account] = await database.query<{ id: string }>(
    { name: 'ledger-lock-account', text: 'SELECT id FROM ledger_account WHERE code = $1 FOR UPDATE' },
    [code],
  )
  if (!account) return 0n
  const [row] = await database.query<{ balance: bigint }>(
    {
      name: 'ledger-balance',
      text: 'SELECT COALESCE(SUM(amount), 0)::bigint AS balance FROM ledger_entry WHERE account_id = $1',
    },
    [account.id],
  )
  return row?.balance ?? 0n
}
